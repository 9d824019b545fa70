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
    DISCOVERY("discovery", true, Port.DISCOVERY),
    SANDBOX("sandbox", true, Port.SANDBOX, Port.SMTP),
    CATALOG("catalog-service", false, Port.CATALOG),
    DOSSIER("dossier-service", false, Port.DOSSIER),
    PAYMENT("payment-service", false, Port.PAYMENT),
    NOTIFICATION("notification-service", false, Port.NOTIFICATION),
    GATEWAY("gateway", false, Port.GATEWAY);

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
