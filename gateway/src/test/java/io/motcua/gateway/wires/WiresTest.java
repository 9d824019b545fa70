package io.motcua.gateway.wires;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WiresTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

    private final AtomicInteger connections = new AtomicInteger();
    private final Wires wires = new Wires(Duration.ofMillis(100), 1, DefaultClientTlsStrategy.createDefault());
    private volatile String says = OK;
    private ServerSocket service;
    private End end;

    @BeforeEach
    void listen() throws IOException {
        service = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        end = new End("127.0.0.1", service.getLocalPort(), false);
        Thread.startVirtualThread(() -> {
            try {
                while (true) {
                    var caller = service.accept();
                    connections.incrementAndGet();
                    Thread.startVirtualThread(() -> answer(caller));
                }
            } catch (IOException closed) {
                assertThat(service.isClosed()).isTrue();
            }
        });
    }

    /** One answer to each request; requests have no body here, and come in one piece. */
    private void answer(Socket caller) {
        try (caller) {
            var request = new byte[4_096];
            while (caller.getInputStream().read(request) > 0) {
                caller.getOutputStream().write(says.getBytes(StandardCharsets.US_ASCII));
            }
        } catch (IOException gone) {
            // The wire was cut, as some of the tests want it to be.
        }
    }

    @AfterEach
    void end() throws IOException {
        wires.close();
        service.close();
    }

    @Test
    void a_connection_goes_on_after_a_whole_answer() throws Exception {
        for (int i = 0; i < 3; i++) {
            try (var answer = wires.ask(end, get(), PATIENCE)) {
                assertThat(answer.body()).asString().isEqualTo("ok");
            }
        }

        assertThat(connections).hasValue(1);
    }

    @Test
    void a_connection_ends_with_an_answer_that_nobody_read() throws Exception {
        wires.ask(end, get(), PATIENCE).close();
        wires.ask(end, get(), PATIENCE).close();

        assertThat(connections).hasValue(2);
    }

    @Test
    void a_connection_ends_when_the_service_says_so() throws Exception {
        says = "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 2\r\n\r\nok";
        for (int i = 0; i < 2; i++) {
            try (var answer = wires.ask(end, get(), PATIENCE)) {
                answer.body();
            }
        }

        assertThat(connections).hasValue(2);
    }

    @Test
    void what_is_said_before_the_answer_is_passed_over() throws Exception {
        says = "HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n" + OK;

        try (var answer = wires.ask(end, get(), PATIENCE)) {
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.has("Link")).isFalse();
        }
    }

    @Test
    void one_who_finds_no_free_connection_is_told_so() throws Exception {
        try (var _ = wires.ask(end, get(), PATIENCE)) {
            assertThatThrownBy(() -> wires.ask(end, get(), PATIENCE))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("in use");
        }
        wires.ask(end, get(), PATIENCE).close();
    }

    @Test
    void one_who_is_silent_for_too_long_is_cut_off() throws Exception {
        says = "";
        var asked = CompletableFuture.supplyAsync(() -> {
            try (var answer = wires.ask(end, get(), Duration.ofMillis(50))) {
                return new AssertionError("status " + answer.status());
            } catch (IOException e) {
                return e;
            }
        });

        await().until(() -> {
            wires.look();
            return asked.isDone();
        });

        assertThat(asked.get()).isInstanceOf(SocketTimeoutException.class).hasMessageContaining("50 ms");
    }

    @Test
    void an_answer_that_stops_in_the_middle_is_cut_off_too() throws Exception {
        says = "HTTP/1.1 200 OK\r\nContent-Length: 200\r\n\r\nhalf";
        try (var answer = wires.ask(end, get(), Duration.ofMillis(50))) {
            var read = CompletableFuture.supplyAsync(() -> {
                try {
                    return new AssertionError(answer.body().length + " bytes");
                } catch (IOException e) {
                    return e;
                }
            });

            await().until(() -> {
                wires.look();
                return read.isDone();
            });

            assertThat(read.get()).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void a_service_that_reads_no_more_is_cut_off_too() throws Exception {
        try (var deaf = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            var request = new BasicClassicHttpRequest("POST", "/");
            request.addHeader("Content-Length", "64000000");
            request.setEntity(new ByteArrayEntity(new byte[64_000_000], null));
            var asked = CompletableFuture.supplyAsync(() -> {
                try (var answer =
                        wires.ask(new End("127.0.0.1", deaf.getLocalPort(), false), request, Duration.ofMillis(50))) {
                    return new AssertionError("status " + answer.status());
                } catch (IOException e) {
                    return e;
                }
            });

            await().until(() -> {
                wires.look();
                return asked.isDone();
            });

            assertThat(asked.get()).isInstanceOf(SocketTimeoutException.class);
        }
    }

    private static ClassicHttpRequest get() {
        var request = new BasicClassicHttpRequest("GET", "/");
        request.addHeader("Host", "service");
        return request;
    }
}
