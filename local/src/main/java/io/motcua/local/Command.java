package io.motcua.local;

import io.motcua.local.apps.AppCommand;
import io.motcua.local.layout.Component;
import java.util.List;
import java.util.Optional;

/** What may be asked on the command line. */
sealed interface Command {

    record Up(boolean fresh) implements Command {}

    record Demo(boolean outages, boolean down, String agency) implements Command {}

    /** The demo on what already answers at the ports: {@code docker compose up}. */
    record DemoInContainers() implements Command {}

    record Status() implements Command {}

    record Logs(String name, boolean follow) implements Command {}

    /** @param child a service, or an agency's own instance of one */
    record Stop(String child, boolean kill) implements Command {}

    record Start(String child) implements Command {}

    record Down() implements Command {}

    record Token(String role, String agency, Optional<String> user) implements Command {}

    record App(AppCommand what) implements Command {}

    /** @param own the services of which it gets instances of its own; the pool serves it with the others */
    record AddAgency(String code, String name, List<Component> own) implements Command {}

    record RemoveAgency(String code) implements Command {}

    record ListAgencies() implements Command {}

    record Bench(String what) implements Command {}

    record Help() implements Command {}

    /** Named by the design, built with a later issue. */
    record Later(String name) implements Command {}
}
