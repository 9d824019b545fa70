package io.motcua.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Headers have two seconds here, a body has to move by 1 MB for each second of waiting, and 300 connections are too many for one address. */
class SlowClientTest extends GatewayTest {

    private static final String PATH = "/api/v1/agencies/H37/payments/P1/checkouts";

    @Test
    void two_hundred_who_never_finish_their_headers_keep_nobody_waiting_and_are_ended() throws Exception {
        var slow = connect(200, "GET /api/v1/agencies HTTP/1.1\r\nHost: x\r\nX-Slow: ");
        try {
            await().atMost(Duration.ofSeconds(15))
                    .pollInterval(Duration.ofMillis(300))
                    .until(() -> {
                        assertThat(send(HttpRequest.newBuilder(), "/api/v1/agencies/H37/services")
                                        .status())
                                .isEqualTo(200);
                        slow.forEach(SlowClientTest::aByteMore);
                        return slow.stream().allMatch(SlowClientTest::ended);
                    });
        } finally {
            close(slow);
        }
        assertThat(get("/actuator/prometheus").text())
                .containsPattern("motcua_gateway_connections_ended_total\\{[^}]*slow-headers[^}]*} 20\\d");
        assertThat(catalogue.asked).noneMatch(it -> it.headers().containsKey("X-slow"));
    }

    @Test
    void headers_after_an_answered_request_have_no_more_time() throws Exception {
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream()
                    .write("GET /nowhere HTTP/1.1\r\nHost: x\r\n\r\nGET /nowhere HTTP/1.1\r\nX-Slow: ".getBytes());
            await().atMost(Duration.ofSeconds(15))
                    .pollInterval(Duration.ofMillis(300))
                    .until(() -> {
                        aByteMore(socket);
                        return ended(socket);
                    });
        }
    }

    @Test
    void a_body_that_trickles_is_refused_and_reaches_no_service() throws Exception {
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(10_000);
            var head =
                    "POST %s HTTP/1.1\r\nHost: x\r\nAccept-Language: en\r\nAuthorization: Bearer %s\r\nContent-Length: 9000\r\n\r\n";
            socket.getOutputStream().write(head.formatted(PATH, issuer.token()).getBytes());
            socket.setSoTimeout(200);
            var answer = new StringBuilder();
            await().atMost(Duration.ofSeconds(15)).until(() -> {
                aByteMore(socket);
                try {
                    answer.append((char) socket.getInputStream().read());
                } catch (SocketTimeoutException notYet) {
                    return false;
                }
                return true;
            });
            socket.setSoTimeout(10_000);
            while (!answer.toString().contains("urn:motcua:problem:request-timeout")) {
                int next = socket.getInputStream().read();
                assertThat(next).as("after " + answer).isNotNegative();
                answer.append((char) next);
            }
            assertThat(answer).startsWith("HTTP/1.1 408");
        }
        assertThat(payments.asked).isEmpty();
    }

    @Test
    void who_reads_an_answer_too_slowly_is_ended() throws Exception {
        catalogue.behave(_ -> new FakeService.Says(200, " ".repeat(12_000_000)));
        try (var socket = new Socket()) {
            socket.setReceiveBufferSize(16 * 1024);
            socket.connect(new InetSocketAddress("127.0.0.1", port));
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write("GET /api/v1/agencies HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".getBytes());
            await().atMost(Duration.ofSeconds(20))
                    .pollInterval(Duration.ofMillis(100))
                    .until(() -> {
                        socket.getInputStream().readNBytes(20_000);
                        return get("/actuator/prometheus")
                                .text()
                                .lines()
                                .anyMatch(it -> it.contains("reason=\"slow-reader\"") && it.endsWith(" 1.0"));
                    });
            assertThat(rest(socket)).isLessThan(10_000_000);
        }
    }

    private static long rest(Socket socket) {
        long count = 0;
        try {
            var buffer = new byte[100_000];
            for (int read = 0; read >= 0; read = socket.getInputStream().read(buffer)) {
                count += read;
            }
        } catch (IOException cutOff) {
            assertThat(cutOff).isNotInstanceOf(SocketTimeoutException.class);
        }
        return count;
    }

    @Test
    void a_service_may_take_longer_than_headers_may() throws Exception {
        var never = new CountDownLatch(1);
        catalogue.behave(_ -> {
            assertThat(never.await(3, TimeUnit.SECONDS)).isFalse();
            return new FakeService.Says(200, "{\"late\":true}");
        });

        assertThat(get("/api/v1/agencies").text()).contains("late");
    }

    @Test
    void one_address_does_not_take_all_connections() throws Exception {
        var many = connect(301, "");
        try {
            await().atMost(Duration.ofSeconds(10)).until(() -> many.stream().anyMatch(SlowClientTest::ended));
        } finally {
            close(many);
        }
        await().atMost(Duration.ofSeconds(10))
                .ignoreExceptionsInstanceOf(IOException.class)
                .until(() -> send(HttpRequest.newBuilder(), "/nowhere").status() == 404);
    }

    private List<Socket> connect(int count, String beginning) throws IOException {
        var sockets = new ArrayList<Socket>();
        for (int i = 0; i < count; i++) {
            var socket = new Socket("127.0.0.1", port);
            socket.setSoTimeout(1);
            socket.getOutputStream().write(beginning.getBytes());
            sockets.add(socket);
        }
        return sockets;
    }

    private static void aByteMore(Socket socket) {
        try {
            socket.getOutputStream().write('x');
        } catch (IOException ended) {
            assertThat(ended).isInstanceOf(SocketException.class);
        }
    }

    private static boolean ended(Socket socket) {
        try {
            socket.setSoTimeout(1);
            while (socket.getInputStream().read() >= 0) {
                // what was answered before
            }
            return true;
        } catch (SocketTimeoutException open) {
            return false;
        } catch (IOException reset) {
            return true;
        }
    }

    private static void close(List<Socket> sockets) throws IOException {
        for (var it : sockets) {
            it.close();
        }
    }
}
