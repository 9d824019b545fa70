package io.motcua.platform.testing;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A client of the service under test. Immutable: {@link #as}, {@link #key}, {@link #ifMatch} and {@link #header} return a
 * changed one. POST and PATCH carry a fresh {@code Idempotency-Key} unless one is given.
 */
public final class Api {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String KEY = "Idempotency-Key";

    /** What is for operators is on the management port. */
    private static final String OPERATORS = "/actuator";

    private final int port;
    private final int operatorsPort;
    private final Map<String, String> headers;

    private Api(int port, int operatorsPort, Map<String, String> headers) {
        this.port = port;
        this.operatorsPort = operatorsPort;
        this.headers = headers;
    }

    /** Asks everything of one port. */
    public static Api at(int port) {
        return at(port, port);
    }

    /** Asks what is for operators of their port. */
    public static Api at(int port, int operatorsPort) {
        return new Api(port, operatorsPort, Map.of());
    }

    /** Of a service that a test has started itself. */
    public static Api at(ApplicationContext instance) {
        var ports = instance.getEnvironment();
        return at(
                ports.getRequiredProperty("local.server.port", Integer.class),
                ports.getRequiredProperty("local.management.port", Integer.class));
    }

    /** What came back; {@code body} is a JSON null where there is no JSON. */
    public record Answer(int status, HttpHeaders headers, JsonNode body, byte[] bytes) {

        public String header(String name) {
            return headers.firstValue(name).orElse("");
        }

        /** The last part of the problem's {@code type}. */
        public String problem() {
            return body.path("type").asString("").replace("urn:motcua:problem:", "");
        }

        /** The revision in the {@code ETag}. */
        public long revision() {
            return Long.parseLong(header("ETag").replace("\"", ""));
        }

        @Override
        public String toString() {
            return status + " " + new String(bytes, StandardCharsets.UTF_8);
        }
    }

    public Api as(String token) {
        return header("Authorization", "Bearer " + token);
    }

    public Api key(String key) {
        return header(KEY, key);
    }

    /** Sends no {@code Idempotency-Key}. */
    public Api withoutKey() {
        return header(KEY, "");
    }

    public Api ifMatch(long revision) {
        return header("If-Match", "\"" + revision + "\"");
    }

    public Api header(String name, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Api(port, operatorsPort, more);
    }

    public Answer get(String path) {
        return send("GET", path, null);
    }

    public Answer delete(String path) {
        return send("DELETE", path, null);
    }

    /** The body is sent as it is if it is bytes or a string, else as JSON. */
    public Answer post(String path, @Nullable Object body) {
        return send("POST", path, body);
    }

    public Answer put(String path, @Nullable Object body) {
        return send("PUT", path, body);
    }

    public Answer patch(String path, Object body) {
        return send("PATCH", path, body);
    }

    public Answer send(String method, String path, @Nullable Object body) {
        var at = path.startsWith(OPERATORS) ? operatorsPort : port;
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + at + path))
                .timeout(Duration.ofSeconds(60));
        var all = new LinkedHashMap<String, String>();
        if (method.equals("POST") || method.equals("PATCH")) {
            all.put(KEY, UUID.randomUUID().toString());
        }
        if (body != null) {
            all.put("Content-Type", "application/json");
        }
        all.putAll(headers);
        all.values().removeIf(String::isEmpty);
        all.forEach(request::setHeader);
        request.method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(bytes(body)));
        return send(request);
    }

    /** What comes first of an answer that has no end: two paragraphs; or the whole answer if it is a short one. */
    public Answer begin(String path) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(60));
        headers.forEach(request::setHeader);
        try {
            var response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            var text = new StringBuilder();
            try (var body = new InputStreamReader(response.body(), StandardCharsets.UTF_8)) {
                int paragraphs = 0;
                while (paragraphs < 2) {
                    int next = body.read();
                    if (next < 0) {
                        break;
                    }
                    text.append((char) next);
                    paragraphs += text.toString().endsWith("\n\n") ? 1 : 0;
                }
            }
            return answer(response, text.toString().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Answer answer(HttpResponse<?> response, byte[] body) {
        var json = response.headers().firstValue("Content-Type").orElse("").contains("json");
        return new Answer(
                response.statusCode(),
                response.headers(),
                json && body.length > 0 ? JSON.readTree(body) : JSON.nullNode(),
                body);
    }

    private static Answer send(HttpRequest.Builder request) {
        try {
            var response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            return answer(response, response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(Object body) {
        return switch (body) {
            case byte[] bytes -> bytes;
            case String text -> text.getBytes(StandardCharsets.UTF_8);
            default -> JSON.writeValueAsBytes(body);
        };
    }
}
