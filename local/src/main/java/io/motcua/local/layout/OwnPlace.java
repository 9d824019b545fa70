package io.motcua.local.layout;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where an agency's own instances run on this machine.
 *
 * @param slot which ten of the ports from 8300 on are theirs
 * @param services that the agency runs itself; the pool serves it with the others
 */
public record OwnPlace(String agency, int slot, List<Component> services) {

    /** An agency may run these itself; the rest is the hub's. */
    public static final List<Component> SERVICES =
            List.of(Component.CATALOG, Component.DOSSIER, Component.PAYMENT, Component.NOTIFICATION);

    /** Above them the operators' ports, before the offset. */
    public static final int SLOTS = 10;

    private static final int FIRST = 8_300;
    private static final int PORTS = 10;
    private static final int OPERATORS = 100;
    private static final Pattern LABEL = Pattern.compile("([a-z-]+)-([A-Z]\\d{2})");

    public OwnPlace {
        services = List.copyOf(services);
    }

    public List<String> labels() {
        return services.stream().map(this::label).toList();
    }

    /** {@code dossier-service-H99}: on the command line, in pid files and in logs. */
    public String label(Component component) {
        return component.label() + "-" + agency;
    }

    public int port(Component component, Ports ports) {
        return FIRST + slot * PORTS + SERVICES.indexOf(component) + 1 + ports.offset();
    }

    /** Where health and metrics are. */
    public int operatorsPort(Component component, Ports ports) {
        return port(component, ports) + OPERATORS;
    }

    /** {@code motcua-dossier-H99}. */
    public String database(Component component) {
        return "motcua-" + component.label().replace("-service", "") + "-" + agency;
    }

    /** Which service the label is of, if it may be an own instance's. */
    public static Optional<Component> component(String label) {
        return match(label).map(it -> it.group(1)).flatMap(Component::labelled).filter(SERVICES::contains);
    }

    public static Optional<String> agency(String label) {
        return component(label).flatMap(_ -> match(label)).map(it -> it.group(2));
    }

    private static Optional<Matcher> match(String label) {
        return Optional.of(LABEL.matcher(label)).filter(Matcher::matches);
    }
}
