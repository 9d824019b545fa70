package io.motcua.local;

import io.motcua.local.control.Control;
import io.motcua.local.failure.Failure;
import io.motcua.local.http.Api;
import io.motcua.local.layout.AgencyCode;
import io.motcua.local.layout.Component;
import io.motcua.local.layout.OwnPlace;
import io.motcua.local.layout.OwnPlaces.Added;
import io.motcua.local.layout.Port;
import io.motcua.local.layout.Ports;
import io.motcua.local.layout.Workspace;
import io.motcua.local.onboarding.Furnishing;
import io.motcua.local.onboarding.Hub;
import io.motcua.local.onboarding.HubRecord;
import io.motcua.local.processes.PortCheck;
import io.motcua.local.progress.Progress;
import io.motcua.local.samples.FirstAnswers;
import io.motcua.local.secrets.DevSecrets;
import io.motcua.local.secrets.RegisterSecrets.Kind;
import io.motcua.local.signin.SignIns;
import io.motcua.local.signin.Tokens;
import io.motcua.local.supervision.ChildReport;
import io.motcua.local.supervision.ChildState;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@code ./motcua agency}: from a code to an agency that takes dossiers, and back. */
final class Agencies {

    private static final String ROW = "%-5s %-44s %-10s %5s  %s";

    private final Workspace workspace;
    private final Ports ports;
    private final Platform platform;
    private final boolean terminal;
    private final PrintStream out;

    Agencies(Workspace workspace, Ports ports, Platform platform, boolean terminal, PrintStream out) {
        this.workspace = workspace;
        this.ports = ports;
        this.platform = platform;
        this.terminal = terminal;
        this.out = out;
    }

    /**
     * What was interrupted is taken up by the same command: each step leaves alone what it finds done.
     *
     * @param own the services of which it gets instances of its own
     */
    void add(AgencyCode code, String name, List<Component> own) {
        var stopwatch = new Stopwatch();
        var control = platform.requireRunning();
        var agency = code.value();
        var hub = new Hub(signedIn(SignIns.OPERATOR));
        var added = begun(agency, hub.find(agency), own);
        out.println("%s is being placed %s".formatted(agency, own.isEmpty() ? "in the pool" : "on its own instances"));
        hub.add(agency, code.kind(), name, own.stream().map(Component::label).toList());
        added.own().ifPresent(it -> run(it, control, stopwatch));
        furnish(new Furnishing(samples(), hub, sandbox(), ports.address(Port.GATEWAY), agency, name), agency, own);
        platform.places().note(added.completed());
        out.println("%s takes dossiers, %.1f s after it was asked for; sign in as %s with '%s'"
                .formatted(
                        agency,
                        stopwatch.elapsed().toMillis() / 1000.0,
                        SignIns.playing("receptionist", agency),
                        SignIns.PASSWORD));
    }

    /** Its data stay, and its code stays taken. */
    void remove(AgencyCode code) {
        var control = platform.requireRunning();
        var agency = code.value();
        var hub = new Hub(signedIn(SignIns.OPERATOR));
        var record = hub.find(agency);
        var noted = platform.places().find(agency);
        if (record.isPresent()) {
            withdraw(hub, record.get(), noted.isPresent());
        } else if (noted.isEmpty()) {
            throw new Failure("there is no agency " + agency);
        }
        noted.flatMap(Added::own).ifPresent(it -> {
            control.dismiss(agency);
            DevSecrets.in(workspace.keys()).register().revoke(Kind.PLACEMENT, agency);
        });
        platform.places().forget(agency);
        out.println(agency + " is withdrawn: nobody serves it any more; its data stay");
    }

    List<String> list() {
        var control = platform.requireRunning();
        var children = control.report().stream().collect(Collectors.toMap(ChildReport::name, Function.identity()));
        var lines = new ArrayList<String>();
        lines.add(ROW.formatted("code", "name", "placement", "epoch", "state"));
        new Hub(gateway())
                .all()
                .forEach(it ->
                        lines.add(ROW.formatted(it.agency(), it.name(), it.placement(), it.epoch(), state(it, children))
                                .stripTrailing()));
        return lines;
    }

    private void withdraw(Hub hub, HubRecord record, boolean noted) {
        if (!record.addedHere()) {
            throw new Failure("%s was not added by ./motcua agency add, so it is not removed by this either"
                    .formatted(record.agency()));
        }
        if (!record.withdrawn()) {
            hub.withdraw(record);
        } else if (noted) {
            hub.awaitWithdrawn(record.agency()); // a removal was interrupted
        } else {
            throw new Failure(record.agency() + " is withdrawn already");
        }
    }

    /** Noted before anything is done, so that an interruption leaves a trace. */
    private Added begun(String agency, Optional<HubRecord> record, List<Component> own) {
        var places = platform.places();
        var earlier = places.find(agency);
        if (record.filter(HubRecord::withdrawn).isPresent()) {
            throw new Failure(agency + " was withdrawn; a code is not given a second time");
        }
        if (earlier.isEmpty() && record.isPresent()
                || earlier.filter(Added::complete).isPresent()) {
            throw new Failure("%s is there already: %s"
                    .formatted(agency, record.map(HubRecord::name).orElse("")));
        }
        if (earlier.isPresent()) {
            if (!earlier.get().services().equals(own)) {
                throw new Failure(
                        ("the adding of %s was interrupted, and it was to get %s: repeat it so, or take it back with"
                                        + " ./motcua agency remove %s")
                                .formatted(agency, words(earlier.get().services()), agency));
            }
            return earlier.get();
        }
        var added = own.isEmpty()
                ? Added.inPool(agency)
                : Added.at(places.allot(agency, own, it -> PortCheck.free(ports, it)));
        places.note(added);
        return added;
    }

    private void run(OwnPlace place, Control control, Stopwatch stopwatch) {
        control.enlist(place.agency());
        new ComingUp(control, Progress.on(terminal, out), stopwatch, new Logs(workspace))
                .await(it -> place.labels().contains(it.name()));
    }

    private void furnish(Furnishing furnishing, String agency, List<Component> own) {
        if (own.contains(Component.CATALOG)) {
            furnishing.nation();
        }
        furnishing.records();
        furnishing.services();
        furnishing.contract(signedIn(Furnishing.accountant(agency)));
        new FirstAnswers(gateway()).awaitSamples(agency, signedIn(SignIns.playing("receptionist", agency)));
    }

    private String state(HubRecord record, Map<String, ChildReport> children) {
        var added = platform.places().find(record.agency());
        if (added.filter(it -> !it.complete()).isPresent()) {
            return "incomplete: repeat ./motcua agency add";
        }
        return added.flatMap(Added::own)
                .map(it -> it.labels().stream()
                        .map(label -> label.replace("-service-" + it.agency(), "") + " " + state(children.get(label)))
                        .collect(Collectors.joining(", ")))
                .orElse("");
    }

    private static String state(@Nullable ChildReport child) {
        return (child == null ? ChildState.STOPPED : child.state()).name().toLowerCase(Locale.ROOT);
    }

    private static String words(List<Component> own) {
        return own.isEmpty()
                ? "no instances of its own"
                : "its own " + own.stream().map(Component::label).collect(Collectors.joining(", "));
    }

    private Path samples() {
        return workspace.root().resolve("catalog-service").resolve("samples");
    }

    private Api signedIn(String user) {
        return gateway().as(new Tokens(ports.address(Port.SANDBOX)).of(user));
    }

    private Api gateway() {
        return Api.at(ports.address(Port.GATEWAY));
    }

    private Api sandbox() {
        return Api.at(ports.address(Port.SANDBOX));
    }
}
