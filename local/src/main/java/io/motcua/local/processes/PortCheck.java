package io.motcua.local.processes;

import io.motcua.local.failure.Failure;
import io.motcua.local.layout.Component;
import io.motcua.local.layout.OwnPlace;
import io.motcua.local.layout.Port;
import io.motcua.local.layout.Ports;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Collection;

/** Says before the start which port is in the way, instead of a stack trace in a log afterwards. */
public final class PortCheck {

    private PortCheck() {}

    public static void requireFree(Ports ports, Collection<Component> components) {
        for (Component component : components) {
            for (Port port : component.ports()) {
                requireFree(component.label(), ports.of(port));
            }
        }
    }

    /** The own instances of an agency, with their operators' ports. */
    public static void requireFree(Ports ports, OwnPlace place) {
        for (Component component : place.services()) {
            requireFree(ports, place, component);
        }
    }

    public static void requireFree(Ports ports, OwnPlace place, Component component) {
        requireFree(place.label(component), place.port(component, ports));
        requireFree(place.label(component), place.operatorsPort(component, ports));
    }

    public static boolean free(Ports ports, OwnPlace place) {
        try {
            requireFree(ports, place);
            return true;
        } catch (Failure taken) {
            return false;
        }
    }

    static void requireFree(String component, int port) {
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException taken) {
            throw new Failure(
                    "port %d, which %s needs, is taken by another program; end that, or shift all ports with %s"
                            .formatted(port, component, Ports.VARIABLE),
                    taken);
        }
    }
}
