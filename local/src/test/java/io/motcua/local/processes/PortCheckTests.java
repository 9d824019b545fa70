package io.motcua.local.processes;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.motcua.local.failure.Failure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortCheckTests {

    @Test
    void names_the_port_and_who_needs_it_in_one_line() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> PortCheck.requireFree("gateway", taken.getLocalPort()))
                    .isInstanceOf(Failure.class)
                    .hasMessage(
                            "port %d, which gateway needs, is taken by another program; end that, or shift all ports"
                                            .formatted(taken.getLocalPort())
                                    + " with MOTCUA_PORT_OFFSET");
        }
    }

    @Test
    void sees_those_who_listen_on_all_addresses_too() throws IOException {
        try (var taken = new ServerSocket(0)) {
            assertThatThrownBy(() -> PortCheck.requireFree("gateway", taken.getLocalPort()))
                    .isInstanceOf(Failure.class);
        }
    }

    @Test
    void is_content_with_a_free_port() throws IOException {
        int free;
        try (var socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        assertThatCode(() -> PortCheck.requireFree("gateway", free)).doesNotThrowAnyException();
    }
}
