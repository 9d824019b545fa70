package io.motcua.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.sun.net.httpserver.HttpServer;
import io.motcua.platform.testing.MovingClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An issuer that means no good, or does not work, answers for its keys. */
class KeyRetrieverTests {

    private final MovingClock clock = new MovingClock();
    private final AtomicInteger askedWithin = new AtomicInteger();
    private HttpServer server;
    private String keys;

    @BeforeEach
    void serve() throws Exception {
        keys = new JWKSet(new ECKeyGenerator(com.nimbusds.jose.jwk.Curve.P_256)
                        .keyID("k1")
                        .generate()
                        .toPublicJWK())
                .toString();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        answer("/good", 200, keys);
        answer("/huge", 200, keys + " ".repeat(1024 * 1024));
        answer("/garbage", 200, "<html>no keys here</html>");
        answer("/list", 200, "[]");
        answer("/empty", 200, "");
        answer("/failing", 500, keys);
        for (int status : new int[] {301, 302, 303, 307, 308}) {
            answer("/moved-" + status, status, "");
        }
        server.createContext("/within", exchange -> {
            askedWithin.incrementAndGet();
            var body = keys.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void what_is_a_key_set_is_taken() throws Exception {
        assertThat(ask("/good")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/huge", "/garbage", "/list", "/empty", "/failing"})
    void an_answer_that_is_no_key_set_of_bearable_size_is_none(String path) {
        assertThatThrownBy(() -> ask(path)).isInstanceOf(KeySourceException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void where_it_sends_one_nobody_goes(int status) {
        assertThatThrownBy(() -> ask("/moved-" + status)).isInstanceOf(KeySourceException.class);
        assertThat(askedWithin).hasValue(0);
    }

    private int ask(String path) throws Exception {
        var address = "http://127.0.0.1:" + server.getAddress().getPort() + path;
        var source = new IssuerKeys(URI.create(address).toURL(), new KeyRetriever(), clock);
        return source.get(new JWKSelector(new JWKMatcher.Builder().build()), null)
                .size();
    }

    private void answer(String path, int status, String said) {
        server.createContext(path, exchange -> {
            var body = said.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Location", "/within");
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            try (exchange) {
                exchange.getResponseBody().write(body);
            } catch (IOException gone) {
                assertThat(path).as("who hangs up before the end").isEqualTo("/huge");
            }
        });
    }
}
