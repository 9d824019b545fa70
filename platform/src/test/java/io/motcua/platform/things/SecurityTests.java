package io.motcua.platform.things;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.motcua.platform.problems.StandingHeaders;
import io.motcua.platform.testing.Api;
import io.motcua.platform.testing.ServiceTest;
import io.motcua.platform.testing.Tokens;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServiceTest
class SecurityTests {

    static final List<Supplier<String>> BAD_TOKENS =
            List.of(Tokens::forged, Tokens::expired, Tokens::foreign, Tokens::misdirected, () -> "no.token.at-all");

    @Autowired
    Api api;

    @LocalServerPort
    int port;

    @Autowired
    MeterRegistry meters;

    @ParameterizedTest
    @FieldSource("BAD_TOKENS")
    void a_bad_token_is_no_token(Supplier<String> token) {
        var answer = api.as(token.get()).post("/agencies/H37/things", Map.of("name", "lamp", "count", 1));
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.problem()).isEqualTo("unauthenticated");
        assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
    }

    @Test
    void a_request_is_measured_once_and_not_again_in_every_filter() {
        api.as(Tokens.staff("H01", "maker")).get("/makers");
        await().untilAsserted(() -> assertThat(meters.getMeters())
                .extracting(it -> it.getId().getName())
                .contains("http.server.requests")
                .noneMatch(it -> it.startsWith("spring.security")));
    }

    @Test
    void nobody_is_asked_to_sign_in() {
        assertThat(api.post("/agencies/H37/things", Map.of("name", "lamp", "count", 1))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void where_no_agency_is_named_a_role_for_any_may_do() {
        assertThat(api.as(Tokens.staff("H01", "maker")).get("/makers").status()).isEqualTo(200);
        assertThat(api.as(Tokens.staff("H01", "counter")).get("/makers").status())
                .isEqualTo(403);
        assertThat(api.get("/makers").status()).isEqualTo(401);
    }

    /** Also what refuses before or behind the controllers, and in Tomcat's place. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /runs HTTP/1.1",
                "GET /nowhere HTTP/1.1",
                "GET /agencies/H37/things/x/undone HTTP/1.1",
                "GET /%zz HTTP/1.1",
                "GET /a;b/c HTTP/1.1",
                "TRACE / HTTP/1.1",
                "POST /agencies/H37/things HTTP/1.1",
            })
    void every_answer_carries_what_browsers_go_by_once(String request) throws IOException {
        var answer = raw(request + "\r\nHost: x\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");

        assertThat(answer).doesNotContain("\r\nServer:").doesNotContain("Tomcat");
        StandingHeaders.ALL.forEach(
                (name, value) -> assertThat(answer).containsOnlyOnce("\r\n" + name + ": " + value + "\r\n"));
        assertThat(answer).containsOnlyOnce("\r\nCache-Control: ").contains("no-store");
    }

    @Test
    void what_the_firewall_refuses_is_named_by_the_address_that_was_asked() {
        var answer = api.get("/agencies//H37/things");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().path("instance").asString()).isEqualTo("/agencies//H37/things");
    }

    @Test
    void a_body_that_is_nested_without_end_is_malformed() {
        var deep = "{\"name\": " + "[".repeat(65) + "]".repeat(65) + ", \"count\": 1}";
        var answer = api.as(Tokens.citizen("020190001234")).post("/agencies/H37/things", deep);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo("malformed-body");
    }

    @Test
    void a_role_counts_for_its_agency_only() {
        var path = "/agencies/H37/things/any/counts";
        assertThat(api.as(Tokens.staff("H37", "sweeper"))
                        .ifMatch(1)
                        .post(path, Map.of())
                        .status())
                .isEqualTo(403);
        assertThat(api.as(Tokens.staff("H01", "counter"))
                        .ifMatch(1)
                        .post(path, Map.of())
                        .status())
                .isEqualTo(403);
        assertThat(api.as(Tokens.staff("H37", "counter"))
                        .ifMatch(1)
                        .post(path, Map.of())
                        .status())
                .isEqualTo(404);
    }

    /** As the gateway's placement does, so that both speak of the same agency. */
    @ParameterizedTest
    @ValueSource(strings = {"%48%33%37", "%4837", "H3%37"})
    void an_agency_spelt_with_escapes_is_the_same_to_the_check_and_to_the_service(String spelling) {
        var path = "/agencies/" + spelling + "/things";
        var made = api.as(Tokens.citizen("020190001234")).post(path, Map.of("name", "lamp", "count", 1));
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.body().toString() + made.header("Location")).doesNotContain("%");

        assertThat(api.as(Tokens.staff("H01", "counter"))
                        .ifMatch(1)
                        .post(path + "/any/counts", Map.of())
                        .status())
                .isEqualTo(403);
        assertThat(api.as(Tokens.staff("H37", "counter"))
                        .ifMatch(1)
                        .post(path + "/any/counts", Map.of())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void headers_that_the_gateway_takes_are_not_too_large_here() {
        assertThat(api.header("X-Long", "x".repeat(18_000)).get("/nowhere").problem())
                .isEqualTo("not-found");
    }

    @Test
    void what_declares_nothing_is_closed_to_everyone() {
        assertThat(api.as(Tokens.operator()).get("/undeclared").status()).isEqualTo(403);
    }

    @Test
    void problems_speak_the_callers_language_and_hide_what_is_inside() {
        var citizen = api.as(Tokens.citizen("020190001234"));
        var path = "/agencies/H37/things/t1/breakages";
        var vietnamese = citizen.post(path, Map.of());
        assertThat(vietnamese.status()).isEqualTo(409);
        assertThat(vietnamese.body().path("detail").asString()).isEqualTo("Vật t1 bị hỏng.");
        assertThat(vietnamese.body().path("instance").asString()).isEqualTo(path);
        var english = citizen.header("Accept-Language", "en-GB, vi;q=0.5").post(path, Map.of());
        assertThat(english.body().path("detail").asString()).isEqualTo("The thing t1 is broken.");
        assertThat(english.body().path("errors").path(0).path("detail").asString())
                .isEqualTo("Odd.");

        var failure = api.get("/failures");
        assertThat(failure.status()).isEqualTo(500);
        assertThat(failure.toString()).doesNotContain("secret", "Exception");
        assertThat(failure.body().path("traceId").asString("")).isNotEmpty();
    }

    @Test
    void what_the_firewall_refuses_is_a_problem_too() {
        var answer = api.get("/agencies/H37/things%2F..%2F..");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    }

    @Test
    void a_request_line_that_cannot_be_read_is_a_problem_too() throws IOException {
        assertThat(raw("GET /agencies/thường HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 400")
                .contains("urn:motcua:problem:malformed-request");
    }

    /** Found by a fuzzer: the firewall throws where a header is read, which may be in a controller or while wording a problem. */
    @Test
    void a_header_with_control_characters_is_a_problem_wherever_it_is_read() throws IOException {
        assertThat(raw("POST /agencies/H37/things/1/counts HTTP/1.1\r\nContent-Length: 0\r\nIdempotency-Key: c1\r\n"
                        + "Authorization: Bearer " + Tokens.staff("H37", "counter")
                        + "\r\nIf-Match: \u0095\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 400")
                .contains("urn:motcua:problem:malformed-request");
        assertThat(
                        raw(
                                "GET /nowhere HTTP/1.1\r\nAccept-Language: \u0095\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 404")
                .contains("urn:motcua:problem:not-found");
    }

    private String raw(String request) throws IOException {
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void a_parameter_that_is_no_text_is_a_bad_one() {
        var answer = api.get("/agencies/H37/things?cursor=%ff");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo("invalid-parameter");
    }

    @Test
    void unknown_addresses_and_methods_are_problems_too() {
        assertThat(api.get("/nowhere").problem()).isEqualTo("not-found");
        assertThat(api.delete("/runs").problem()).isEqualTo("method-not-allowed");
        assertThat(api.as(Tokens.citizen("1"))
                        .header("Content-Type", "text/plain")
                        .post("/agencies/H37/things", "lamp")
                        .problem())
                .isEqualTo("unsupported-media-type");
        assertThat(api.header("Accept", "image/png").get("/runs").status()).isEqualTo(406);
    }
}
