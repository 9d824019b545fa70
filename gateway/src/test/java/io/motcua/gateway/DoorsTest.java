package io.motcua.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.motcua.gateway.routes.Routes;
import io.motcua.platform.testing.Tokens;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every operation of every service's document, asked through the gateway with every kind of credential: who is let through to
 * which service, and with what. What the service makes of it, its own access matrix shows. There is no list of exceptions.
 */
class DoorsTest extends WithApps {

    private static final List<String> ALL_SCOPES = List.of(
            "catalogue:read",
            "catalogue:write",
            "dossiers:read",
            "dossiers:write",
            "payments:read",
            "payments:write",
            "messages:read",
            "messages:write",
            "me:read",
            "me:write");

    private record Operation(String service, String method, String path, boolean open) {

        boolean atAnAgency() {
            return path.contains("{agency}");
        }

        boolean aboutAnAgency() {
            return atAnAgency() || path.contains("/lookup/");
        }

        String at(String agency) {
            return path.replace("{agency}", agency)
                    .replace("/lookup/{code}", "/lookup/000.00.15." + agency + "-260609-0001")
                    .replaceAll("\\{[^}]+}", "x1");
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    @Autowired
    CircuitBreakerRegistry breakers;

    /** Other tests cut lines. */
    @BeforeEach
    void close() {
        breakers.getAllCircuitBreakers().forEach(CircuitBreaker::reset);
    }

    @Test
    void every_operation_lets_through_whom_it_declares_and_takes_the_service_what_he_showed() throws Exception {
        var apps = JsonMapper.shared().writeValueAsString(ALL_SCOPES);
        var app = app("{\"name\": \"all\", \"agencies\": [\"*\"], \"scopes\": " + apps + "}")
                .key();
        var ofAnother = app("{\"name\": \"other\", \"agency\": \"H63\", \"scopes\": " + apps + "}")
                .key();
        var narrow = app("{\"name\": \"narrow\", \"agencies\": [\"*\"], \"scopes\": [\"me:write\"]}")
                .key();
        var narrowAtHome = app("{\"name\": \"shop\", \"agencies\": [\"*\"], \"scopes\": [\"catalogue:read\"]}")
                .key();
        var citizen = Tokens.citizen("020190007001");
        var byApp = Tokens.citizen("020190007004");
        var signedIn = Map.of(
                "citizen",
                citizen,
                "officer",
                Tokens.staff("H37", "receptionist"),
                "officer of another agency",
                Tokens.staffMember("020190007002", "H63", "receptionist"),
                "leader",
                Tokens.staffMember("020190007003", "H37", "leader"),
                "operator",
                Tokens.operator());
        var all = operations();
        assertThat(all).hasSizeGreaterThan(55);
        for (var it : all) {
            var here = it.at("H37");
            for (var who : signedIn.entrySet()) {
                passes(it, ask(it, here, who.getValue(), null), who.getKey(), who.getValue());
            }
            passes(it, ask(it, here, byApp, app), "citizen by an app", byApp);
            if (it.open()) {
                passes(it, ask(it, here, null, null), "nobody", null);
                passes(it, ask(it, here, null, app), "nobody by an app", null);
            } else {
                refused(it, ask(it, here, null, null), "nobody", 401, "unauthenticated");
                refused(it, ask(it, here, null, app), "nobody by an app", 401, "unauthenticated");
            }
            refused(it, ask(it, here, citizen, "mck_unknown"), "an unknown app", 401, "api-key-unknown");
            var without = it.path().startsWith("/api/v1/me/") ? narrowAtHome : narrow;
            refused(it, ask(it, here, citizen, without), "an app without the scope", 403, "scope-missing");
            if (it.aboutAnAgency()) {
                refused(it, ask(it, here, citizen, ofAnother), "an app of another agency", 403, "agency-closed-to-app");
                refused(it, ask(it, it.at("G97"), null, null), "nobody, of who has left", 410, "agency-withdrawn");
            }
            if (it.atAnAgency() && it.service().equals("dossier-service")) {
                var own = ask(it, it.at("G22"), citizen, null);
                assertThat(own.status()).as("%s at own instances", it).isEqualTo(200);
                assertThat(ownDossiers.asked.getFirst().headers().getFirst("Authorization"))
                        .as("%s: the caller's token stays here", it)
                        .startsWith("Bearer ")
                        .doesNotContain(citizen);
            }
        }
    }

    private void passes(Operation it, Answer answer, String who, String token) {
        assertThat(answer.status())
                .as("%s, asked by %s: %s", it, who, answer.text())
                .isEqualTo(200);
        var asked = fakes(it.service()).stream()
                .flatMap(fake -> fake.asked.stream())
                .toList();
        assertThat(asked).as("%s, asked by %s", it, who).hasSize(1);
        assertThat(asked.getFirst().method()).isEqualTo(it.method());
        assertThat(asked.getFirst().headers()).doesNotContainKey("Api-Key");
        assertThat(asked.getFirst().headers().getFirst("Authorization"))
                .as("%s, asked by %s", it, who)
                .isEqualTo(token == null ? null : "Bearer " + token);
    }

    private static void refused(Operation it, Answer answer, String who, int status, String problem) {
        assertThat(answer.status())
                .as("%s, asked by %s: %s", it, who, answer.text())
                .isEqualTo(status);
        if (!it.method().equals("HEAD")) {
            assertThat(problem(answer)).as("%s, asked by %s", it, who).isEqualTo(problem);
        }
        for (var service : Routes.services()) {
            assertThat(fakes(service)).as("%s, asked by %s", it, who).allMatch(fake -> fake.asked.isEmpty());
        }
        assertThat(ownDossiers.asked).isEmpty();
    }

    private Answer ask(Operation it, String path, String token, String key) throws Exception {
        ownDossiers.reset();
        Routes.services().forEach(service -> fakes(service).forEach(FakeService::reset));
        var request = HttpRequest.newBuilder()
                .method(
                        it.method(),
                        List.of("POST", "PUT", "PATCH").contains(it.method())
                                ? HttpRequest.BodyPublishers.ofString("{}")
                                : HttpRequest.BodyPublishers.noBody());
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (key != null) {
            request.header("Api-Key", key);
        }
        return send(request, path);
    }

    private static List<FakeService> fakes(String service) {
        return switch (service) {
            case "dossier-service" -> List.of(dossiers, otherDossiers);
            case "payment-service" -> List.of(payments);
            case "notification-service" -> List.of(notifications);
            default -> List.of(catalogue);
        };
    }

    private static List<Operation> operations() throws IOException {
        var all = new ArrayList<Operation>();
        for (var service : Routes.services()) {
            var document = JsonMapper.shared().readTree(Files.readString(Path.of("..", service, "openapi.json")));
            for (var path : document.path("paths").properties()) {
                for (var operation : path.getValue().properties()) {
                    all.add(new Operation(
                            service,
                            operation.getKey().toUpperCase(Locale.ROOT),
                            path.getKey(),
                            operation.getValue().path("security").isEmpty()));
                }
            }
        }
        return all;
    }
}
