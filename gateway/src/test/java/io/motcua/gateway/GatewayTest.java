package io.motcua.gateway;

import static org.awaitility.Awaitility.await;

import io.motcua.events.Names;
import io.motcua.events.Topics;
import io.motcua.events.catalog.AgencyRecorded;
import io.motcua.events.catalog.Placement;
import io.motcua.gateway.routes.Routes;
import io.motcua.platform.testing.Events;
import io.motcua.platform.testing.NeedsBackends;
import io.motcua.platform.testing.Surroundings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The whole gateway with services beside it in this process. Agency G22 has a dossier-service of its own, G99 is placed
 * on one that does not run, all others are in the pool, which has two.
 */
@NeedsBackends
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "eureka.client.enabled=false",
            "motcua.gateway.routes.breaker.window=10",
            "motcua.gateway.routes.breaker.at-least=4",
            "motcua.gateway.routes.breaker.open=300ms",
            "motcua.gateway.routes.breaker.probes=1",
            "motcua.gateway.routes.answers.my-messages=300ms",
            "motcua.gateway.routes.answers.events=1s",
            "motcua.gateway.edge.max-body=64KB",
            "motcua.gateway.edge.headers-within=2s",
            "motcua.gateway.edge.body-grace=1s",
            "motcua.gateway.edge.body-pace=1MB",
            "motcua.gateway.edge.connections-of-client=300",
            "motcua.gateway.documents.sandbox=https://sandbox.example",
            "motcua.gateway.apps.agencies.H63.key-required=true",
            "motcua.gateway.apps.agencies.H63.origins=https://h63.example",
        })
abstract class GatewayTest {

    static final FakeIssuer issuer = new FakeIssuer();
    static final FakeIssuer silentIssuer = new FakeIssuer();
    static final FakeService dossiers = new FakeService("pool");
    static final FakeService otherDossiers = new FakeService("pool");
    static final FakeService ownDossiers = new FakeService("own");
    static final FakeService payments = new FakeService("payments");
    static final FakeService notifications = new FakeService("notifications");
    static final FakeService catalogue = new FakeService("catalogue");

    private static final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @LocalServerPort
    int port;

    @LocalManagementPort
    int operatorsPort;

    @DynamicPropertySource
    static void surroundings(DynamicPropertyRegistry registry) {
        silentIssuer.stop();
        Surroundings.properties().forEach((name, value) -> {
            if (!name.startsWith("motcua.security")) {
                registry.add(name, () -> value);
            }
        });
        registry.add("motcua.security.issuers[0].issuer", issuer::name);
        registry.add("motcua.security.issuers[0].agencies", () -> "*");
        registry.add("motcua.security.issuers[0].roles", () -> "*");
        registry.add("motcua.security.issuers[1].issuer", silentIssuer::name);
        for (var it : List.of("issuer", "jwk-set-uri", "agencies", "roles")) {
            var of = "motcua.security.issuers[%d]." + it;
            registry.add(of.formatted(2), () -> Surroundings.properties().get(of.formatted(0)));
        }
        var instances = Map.of(
                "dossier-service", List.of(ownDossiers, dossiers, otherDossiers),
                "payment-service", List.of(payments),
                "notification-service", List.of(notifications),
                "catalog-service", List.of(catalogue));
        instances.forEach((service, all) -> {
            for (int i = 0; i < all.size(); i++) {
                var uri = all.get(i).uri();
                registry.add(
                        "spring.cloud.discovery.client.simple.instances." + service + "[" + i + "].uri", () -> uri);
            }
        });
        registry.add("spring.cloud.discovery.client.simple.instances.dossier-service[0].metadata.agency", () -> "G22");
        // What still runs of an agency that has left.
        registry.add("spring.cloud.discovery.client.simple.instances.dossier-service[3].uri", ownDossiers::uri);
        registry.add("spring.cloud.discovery.client.simple.instances.dossier-service[3].metadata.agency", () -> "G97");
    }

    @BeforeAll
    static void record() {
        try (var events = new Events()) {
            for (var agency : List.of("G22", "G98", "G99", "H37", "H63")) {
                place(
                        events,
                        agency,
                        agency.startsWith("H")
                                ? Map.of()
                                : Map.of(
                                        "dossier-service",
                                        agency.equals("G98")
                                                ? new Placement("withdrawn", 2)
                                                : new Placement("own", 1)));
            }
            place(
                    events,
                    "G97",
                    Routes.services().stream().collect(Collectors.toMap(it -> it, _ -> new Placement("withdrawn", 2))));
        }
    }

    static void place(Events events, String agency, Map<String, Placement> placements) {
        var recorded =
                new AgencyRecorded(agency, new Names(agency, agency), "PROVINCE", placements, LocalDate.EPOCH, null);
        events.publish(Topics.CATALOG, agency, AgencyRecorded.TYPE.name(), agency, System.nanoTime(), recorded);
    }

    @BeforeEach
    void forget() {
        await().until(() ->
                send(HttpRequest.newBuilder(), "/actuator/health/readiness").status() == 200);
        List.of(dossiers, otherDossiers, ownDossiers, payments, notifications, catalogue)
                .forEach(FakeService::reset);
    }

    record Answer(int status, HttpResponse<byte[]> response) {

        JsonNode body() {
            return JsonMapper.shared().readTree(response.body());
        }

        String text() {
            return new String(response.body());
        }

        String header(String name) {
            return String.join(", ", response.headers().allValues(name));
        }
    }

    Answer send(HttpRequest.Builder request, String path) throws IOException, InterruptedException {
        // What is for operators is asked where they ask it.
        return sendTo(path.startsWith("/actuator/") ? operatorsPort : port, request, path);
    }

    static Answer sendTo(int at, HttpRequest.Builder request, String path) throws IOException, InterruptedException {
        var response = http.send(
                request.uri(URI.create("http://127.0.0.1:" + at + path)).build(),
                HttpResponse.BodyHandlers.ofByteArray());
        return new Answer(response.statusCode(), response);
    }

    Answer get(String path, String... headers) throws IOException, InterruptedException {
        return send(signedIn(headers), path);
    }

    Answer post(String path, byte[] body, String... headers) throws IOException, InterruptedException {
        return send(signedIn(headers).POST(HttpRequest.BodyPublishers.ofByteArray(body)), path);
    }

    static HttpRequest.Builder signedIn(String... headers) {
        var request = HttpRequest.newBuilder().header("Authorization", "Bearer " + issuer.token());
        return headers.length == 0 ? request : request.headers(headers);
    }
}
