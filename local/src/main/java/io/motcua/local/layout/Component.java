package io.motcua.local.layout;

import io.motcua.local.failure.Failure;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The parts that the launcher runs, in the order in which they are shown. */
public enum Component {
    STORE("store", true, Port.STORE),
    KAFKA("kafka", true, Port.KAFKA, Port.KAFKA_CONTROLLER),
    DISCOVERY("discovery", true, Port.DISCOVERY, Port.DISCOVERY_OPERATORS),
    SANDBOX("sandbox", true, Port.SANDBOX, Port.SMTP, Port.SANDBOX_OPERATORS),
    CATALOG("catalog-service", false, Port.CATALOG, Port.CATALOG_OPERATORS),
    DOSSIER("dossier-service", false, Port.DOSSIER, Port.DOSSIER_OPERATORS),
    PAYMENT("payment-service", false, Port.PAYMENT, Port.PAYMENT_OPERATORS),
    NOTIFICATION("notification-service", false, Port.NOTIFICATION, Port.NOTIFICATION_OPERATORS),
    GATEWAY("gateway", false, Port.GATEWAY, Port.GATEWAY_OPERATORS);

    private final String label;
    private final boolean ground;
    private final List<Port> ports;

    Component(String label, boolean ground, Port... ports) {
        this.label = label;
        this.ground = ground;
        this.ports = List.of(ports);
    }

    /** The name on the command line, in pid files and in logs. */
    public String label() {
        return label;
    }

    /** Others stand on it: it goes down after them, so that they can say goodbye to it. */
    public boolean ground() {
        return ground;
    }

    public List<Port> ports() {
        return ports;
    }

    /** The port that the part is known by. */
    public Port port() {
        return ports.getFirst();
    }

    /** Where health and metrics are, for operators only; the last of its ports. Store and broker have none. */
    public Port operatorsPort() {
        return ports.getLast();
    }

    public static Optional<Component> labelled(String label) {
        return Arrays.stream(values())
                .filter(component -> component.label.equals(label))
                .findFirst();
    }

    public static Component named(String label) {
        return labelled(label)
                .orElseThrow(() -> new Failure("there is no service '%s'; there are: %s".formatted(label, labels())));
    }

    public static String labels() {
        return Arrays.stream(values()).map(Component::label).collect(Collectors.joining(", "));
    }
}
