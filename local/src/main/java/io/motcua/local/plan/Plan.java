package io.motcua.local.plan;

import io.motcua.local.layout.Component;
import io.motcua.local.layout.OwnPlace;
import io.motcua.local.layout.OwnPlaces;
import io.motcua.local.layout.Port;
import io.motcua.local.layout.Ports;
import io.motcua.local.layout.Workspace;
import io.motcua.local.processes.PidFiles;
import io.motcua.local.runtime.BootPart;
import io.motcua.local.runtime.ClassPathPart;
import io.motcua.local.runtime.ContextRehearsal;
import io.motcua.local.runtime.Runtimes;
import io.motcua.local.runtime.ServerRehearsal;
import io.motcua.local.secrets.DevSecrets;
import io.motcua.local.supervision.ChildSpec;
import io.motcua.local.supervision.HttpProbe;
import io.motcua.local.supervision.Preparation;
import io.motcua.local.supervision.Probe;
import io.motcua.local.supervision.ReadyLine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The whole platform as children of one supervisor. */
public final class Plan {

    private static final String READINESS = "/actuator/health/readiness";
    private static final String HEALTH = "/actuator/health";

    private final Workspace workspace;
    private final Ports ports;
    private final Surroundings surroundings;
    private final Runtimes runtimes;

    public Plan(Workspace workspace, Ports ports, Map<String, String> environment, PidFiles pidFiles) {
        this.workspace = workspace;
        this.ports = ports;
        this.surroundings = new Surroundings(ports, environment, DevSecrets.in(workspace.keys()), workspace.data());
        this.runtimes = new Runtimes(workspace, pidFiles);
    }

    /** All parts but those that the environment brings along. */
    public List<Component> components() {
        return Arrays.stream(Component.values())
                .filter(component -> !surroundings.replaces(component))
                .toList();
    }

    /** Says in one line what is missing, before anything is started. */
    public void requireBuilt() {
        for (Component component : components()) {
            switch (component) {
                case STORE, KAFKA -> ClassPathPart.embedded(workspace.root(), "");
                case DISCOVERY, SANDBOX, CATALOG, DOSSIER, PAYMENT, NOTIFICATION, GATEWAY ->
                    BootPart.ofModule(workspace.root(), component.label());
            }
        }
    }

    /** All parts, and the own instances of the agencies that were added. */
    public List<ChildSpec> specs() {
        return Stream.concat(
                        components().stream().map(this::spec),
                        new OwnPlaces(workspace.agencies()).own().stream().flatMap(it -> specs(it).stream()))
                .toList();
    }

    /** An agency's own instances. */
    public List<ChildSpec> specs(OwnPlace place) {
        return place.services().stream()
                .map(it -> new ChildSpec(
                        place.label(it),
                        it.ground(),
                        needs(it),
                        service(it, surroundings.of(place, it)),
                        new HttpProbe(URI.create("http://localhost:" + place.operatorsPort(it, ports))
                                .resolve(READINESS))))
                .toList();
    }

    private ChildSpec spec(Component component) {
        return new ChildSpec(
                component.label(), component.ground(), needs(component), preparation(component), probe(component));
    }

    /**
     * What opens its store or asks its broker while it starts waits for them; the others use the cores meanwhile.
     */
    private static Set<String> needs(Component component) {
        return switch (component) {
            case STORE, KAFKA, DISCOVERY, SANDBOX, GATEWAY -> Set.of();
            case CATALOG, DOSSIER, PAYMENT, NOTIFICATION -> Set.of(Component.STORE.label(), Component.KAFKA.label());
        };
    }

    private Probe probe(Component component) {
        return switch (component) {
            case STORE, KAFKA -> new ReadyLine(workspace.log(component.label()));
            case DISCOVERY, SANDBOX ->
                new HttpProbe(ports.address(component.operatorsPort()).resolve(HEALTH));
            case CATALOG, DOSSIER, PAYMENT, NOTIFICATION, GATEWAY ->
                new HttpProbe(ports.address(component.operatorsPort()).resolve(READINESS));
        };
    }

    private Preparation preparation(Component component) {
        return switch (component) {
            case STORE -> embedded(component, "io.motcua.embedded.StoreServer", Port.STORE);
            case KAFKA -> embedded(component, "io.motcua.embedded.KafkaServer", Port.KAFKA, Port.KAFKA_CONTROLLER);
            case DISCOVERY, SANDBOX, CATALOG, DOSSIER, PAYMENT, NOTIFICATION, GATEWAY ->
                service(component, surroundings.of(component));
        };
    }

    /** All instances of a service share its layout and its start-up cache. */
    private Preparation service(Component component, Map<String, String> environment) {
        return progress -> runtimes.ready(
                component.label(),
                BootPart.ofModule(workspace.root(), component.label()),
                heapMebibytes(component),
                environment,
                List.of(),
                ContextRehearsal::new,
                progress);
    }

    private Preparation embedded(Component component, String mainClass, Port... own) {
        int[] real = Arrays.stream(own).mapToInt(ports::of).toArray();
        return progress -> {
            Path rehearsalData = Files.createDirectories(workspace.run()).resolve("rehearsal-" + component.label());
            return runtimes.ready(
                    component.label(),
                    ClassPathPart.embedded(workspace.root(), mainClass),
                    heapMebibytes(component),
                    Map.of("MALLOC_ARENA_MAX", "2"),
                    arguments(real, workspace.data().resolve(component.label())),
                    () -> new ServerRehearsal(arguments(freePorts(real.length), rehearsalData), rehearsalData),
                    progress);
        };
    }

    private static List<String> arguments(int[] ports, Path data) {
        var port = List.of("--port", String.valueOf(ports[0]), "--data", data.toString());
        if (ports.length == 1) {
            return port;
        }
        return List.of(
                port.get(0), port.get(1), "--controller-port", String.valueOf(ports[1]), port.get(2), port.get(3));
    }

    private static int[] freePorts(int count) {
        int[] free = new int[count];
        var sockets = new ServerSocket[count];
        try {
            for (int n = 0; n < count; n++) {
                sockets[n] = new ServerSocket(0);
                free[n] = sockets[n].getLocalPort();
            }
            for (ServerSocket socket : sockets) {
                socket.close();
            }
            return free;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int heapMebibytes(Component component) {
        return switch (component) {
            case DISCOVERY -> 64;
            case STORE, SANDBOX, GATEWAY -> 96;
            case CATALOG, DOSSIER, PAYMENT, NOTIFICATION -> 128;
            case KAFKA -> 160;
        };
    }
}
