package io.motcua.discovery;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A real server, its file of credentials, and requests with any of them. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "motcua.register.reread=50ms",
            "motcua.register.instances=3",
            "eureka.server.wait-time-in-ms-when-sync-empty=0"
        })
abstract class RunningRegister {

    static final Path CREDENTIALS = file();

    /** What the server tells its peer, which is none of its kind: two of them in one JVM share their statics. */
    static final LinkedBlockingQueue<Told> peer = new LinkedBlockingQueue<>();

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @LocalServerPort
    int port;

    @LocalManagementPort
    int operatorsPort;

    record Answer(int status, String body) {}

    record Told(String path, String credential, String body) {}

    @DynamicPropertySource
    static void credentials(DynamicPropertyRegistry registry) {
        registry.add("motcua.register.credentials", CREDENTIALS::toString);
        registry.add("motcua.register.name", () -> "discovery-1");
        registry.add("motcua.register.secret", () -> "secret-of-discovery-1");
        registry.add("eureka.client.service-url.defaultZone", () -> "http://127.0.0.1:%d/eureka".formatted(peer()));
    }

    @BeforeEach
    void nobodyIsRegistered() throws Exception {
        Files.writeString(CREDENTIALS, """
                # kind name SHA-256 limits
                placement pool %s
                placement H37 %s
                placement H12 %s services=dossier-service addresses=10.12.0.0/16,*.h12.example
                reader gateway %s
                peer discovery-2 %s
                """.formatted(
                        hash("secret-of-pool"),
                        hash("secret-of-H37"),
                        hash("secret-of-H12"),
                        hash("secret-of-gateway"),
                        hash("secret-of-discovery-2")));
        for (var service : new String[] {"DOSSIER-SERVICE", "PAYMENT-SERVICE", "OTHER-SERVICE"}) {
            for (var id : ids(as("gateway", "GET", "/apps/" + service, "").body())) {
                as("discovery-2", "DELETE", "/apps/" + service + "/" + id, "");
            }
        }
    }

    static void add(String line) throws IOException {
        Files.writeString(CREDENTIALS, line + "\n", StandardOpenOption.APPEND);
    }

    /** The request with the credential of this name; each one's secret is "secret of" it. */
    Answer as(String name, String method, String path, String body, String... headers) {
        return send(name + ":secret-of-" + name, method, "/eureka" + path, body, headers);
    }

    Answer send(String credential, String method, String path, String body, String... headers) {
        var at = path.startsWith("/actuator") ? operatorsPort : port;
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + at + path))
                .header("Accept", path.startsWith("/eureka") ? "application/json" : "*/*")
                .header("Content-Type", body.startsWith("<") ? "application/xml" : "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (!credential.isEmpty()) {
            var basic = Base64.getEncoder().encodeToString(credential.getBytes(StandardCharsets.UTF_8));
            request.header("Authorization", "Basic " + basic);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            var answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(answer.statusCode(), answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Everything that the register knows, as it answers a reader. */
    String registered() {
        return as("gateway", "GET", "/apps", "").body();
    }

    static String hash(String secret) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String[] ids(String answer) {
        var found = Pattern.compile("\"instanceId\":\"([^\"]+)\"").matcher(answer);
        return found.results().map(it -> it.group(1)).toArray(String[]::new);
    }

    private static int peer() {
        try {
            var server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
            server.createContext("/", it -> {
                var body = new String(it.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                var credential = String.valueOf(it.getRequestHeaders().getFirst("Authorization"));
                peer.add(new Told(it.getRequestURI().getPath(), credential, body));
                var answer = "{\"responseList\": [{\"statusCode\": 200}]}".getBytes(StandardCharsets.UTF_8);
                it.getResponseHeaders().add("Content-Type", "application/json");
                it.sendResponseHeaders(200, answer.length);
                it.getResponseBody().write(answer);
                it.close();
            });
            server.start();
            return server.getAddress().getPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path file() {
        try {
            var file = Files.createTempFile("credentials", "");
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
