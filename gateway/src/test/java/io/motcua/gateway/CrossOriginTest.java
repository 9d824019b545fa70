package io.motcua.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From whose pages browsers may call: an app of H37, one of G22, one of the platform, and what the setting of H63 names. */
class CrossOriginTest extends GatewayTest {

    private static final String H37 = "https://lang-son.example";
    private static final String G22 = "https://ministry.example:8443";
    private static final String ALL = "https://national.example";
    private static final String NEITHER = "https://evil.example";

    private static boolean registered;

    @BeforeEach
    void register() throws Exception {
        if (!registered) {
            app("\"agency\": \"H37\", \"scopes\": [\"payments:read\", \"catalogue:read\"]", H37);
            app("\"agency\": \"G22\", \"scopes\": [\"dossiers:read\"]", G22);
            app("\"agencies\": [\"*\"], \"scopes\": [\"me:read\", \"dossiers:write\", \"catalogue:read\"]", ALL);
            registered = true;
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/agencies/H37/payments, " + H37,
        "/api/v1/agencies/h37/payments, " + H37,
        "/api/v1/agencies/H37/payments, " + ALL,
        "/api/v1/agencies/G22/dossiers, " + G22,
        "/api/v1/agencies/G22/dossiers, " + ALL,
        "/api/v1/lookup/000.00.15.G22-210608-0001, " + G22,
        "/api/v1/lookup/000.00.15.H37-210608-0001, " + H37,
        "/api/v1/agencies, " + H37,
        "/api/v1/me/inbox, " + ALL,
        "/api/v1/agencies/H63/services, https://h63.example",
    })
    void a_preflight_from_a_page_of_an_app_that_may_call_needs_neither_key_nor_token(String path, String origin)
            throws Exception {
        var answer = preflight(path, origin);

        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo(origin);
        assertThat(answer.header("Access-Control-Allow-Methods"))
                .contains("POST")
                .contains("PATCH");
        assertThat(answer.header("Access-Control-Allow-Headers"))
                .contains("Api-Key")
                .contains("Authorization")
                .contains("Idempotency-Key")
                .contains("If-Match")
                .contains("Tus-Resumable, Upload-Checksum, Upload-Length, Upload-Metadata, Upload-Offset");
        assertThat(answer.header("Access-Control-Allow-Credentials")).isEmpty();
        assertThat(answer.header("Vary")).contains("Origin");
        assertThat(dossiers.asked).isEmpty();
        assertThat(payments.asked).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/agencies/G22/dossiers, " + H37,
        "/api/v1/agencies/H37/payments, " + G22,
        "/api/v1/lookup/000.00.15.H37-210608-0001, " + G22,
        "/api/v1/agencies, " + G22,
        "/api/v1/me/inbox, " + H37,
        "/api/v1/agencies/H37/services, https://h63.example",
        "/api/v1/agencies/H63/services, " + H37,
        "/api/v1/agencies/H37/payments, " + NEITHER,
        "/api/v1/agencies/H37/payments, null",
        "/api/v1/agencies/H37/payments, https://LANG-SON.example",
        "/api/v1/agencies/H37/payments, http://lang-son.example",
        "/api/v1/agencies/H37/payments, https://lang-son.example.evil.example",
        "/api/v1/apps, " + ALL,
        "/openapi, " + ALL,
        "/actuator/health, " + ALL,
        "/nowhere, " + ALL,
    })
    void a_preflight_from_elsewhere_is_refused(String path, String origin) throws Exception {
        var answer = preflight(path, origin);

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body().get("type").asString()).isEqualTo("urn:motcua:problem:origin-not-allowed");
        assertThat(answer.header("Access-Control-Allow-Origin")).isEmpty();
        assertThat(answer.header("Vary")).contains("Origin");
    }

    @Test
    void a_page_may_read_the_answer_and_what_it_goes_by() throws Exception {
        payments.behave(_ -> new FakeService.Says(
                200, "{}", "Access-Control-Allow-Origin", "*", "Access-Control-Allow-Credentials", "true"));

        var answer = get("/api/v1/agencies/H37/payments", "Origin", H37);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.response().headers().allValues("Access-Control-Allow-Origin"))
                .as("the gateway's word alone")
                .containsExactly(H37);
        assertThat(answer.header("Access-Control-Allow-Credentials")).isEmpty();
        assertThat(answer.header("Access-Control-Expose-Headers").split(", "))
                .contains("ETag", "Location", "RateLimit", "RateLimit-Policy", "Retry-After", "Idempotency-Replayed");
        assertThat(answer.header("Vary")).contains("Origin");
    }

    @Test
    void it_may_read_refusals_as_well() throws Exception {
        var unsigned = send(HttpRequest.newBuilder().header("Origin", H37), "/api/v1/agencies/H37/payments");
        assertThat(unsigned.status()).isEqualTo(401);
        assertThat(unsigned.response().headers().allValues("Access-Control-Allow-Origin"))
                .containsExactly(H37);
        assertThat(unsigned.header("Vary")).contains("Origin");

        var badToken = send(
                HttpRequest.newBuilder().header("Origin", H37).header("Authorization", "Bearer x"),
                "/api/v1/agencies/H37/payments");
        assertThat(badToken.status()).isEqualTo(401);
        assertThat(badToken.header("Access-Control-Allow-Origin")).isEqualTo(H37);

        var tooLarge = send(
                signedIn("Origin", H37).POST(BodyPublishers.ofByteArray(new byte[64 * 1024 + 1])),
                "/api/v1/agencies/H37/payments");
        assertThat(tooLarge.status()).isEqualTo(413);
        assertThat(tooLarge.header("Access-Control-Allow-Origin")).isEqualTo(H37);

        payments.behave(_ -> new FakeService.Says(409, "{}"));
        assertThat(get("/api/v1/agencies/H37/payments", "Origin", H37).header("Access-Control-Allow-Origin"))
                .isEqualTo(H37);
    }

    @Test
    void another_page_gets_an_answer_that_it_cannot_read() throws Exception {
        for (var origin : List.of(NEITHER, G22, "null")) {
            var answer = get("/api/v1/agencies/H37/payments", "Origin", origin);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("Access-Control-Allow-Origin")).isEmpty();
            assertThat(answer.header("Access-Control-Expose-Headers")).isEmpty();
        }
        assertThat(get("/api/v1/agencies/H37/payments").header("Vary"))
                .as("so that no cache gives one page another's answer")
                .contains("Origin");
    }

    @Test
    void an_origin_that_its_app_gives_up_is_foreign_at_once() throws Exception {
        var origin = "https://brief.example";
        var path = app("\"agency\": \"H37\", \"scopes\": [\"payments:read\"]", origin);
        assertThat(preflight("/api/v1/agencies/H37/payments", origin).status()).isEqualTo(204);
        var removed = send(operator().header("If-Match", "\"1\"").DELETE(), path);
        assertThat(removed.status()).isEqualTo(204);
        assertThat(preflight("/api/v1/agencies/H37/payments", origin).status()).isEqualTo(403);
    }

    private Answer preflight(String path, String origin) throws Exception {
        return sendTo(
                port,
                HttpRequest.newBuilder()
                        .method("OPTIONS", BodyPublishers.noBody())
                        .header("Origin", origin)
                        .header("Access-Control-Request-Method", "POST")
                        .header("Access-Control-Request-Headers", "api-key, authorization"),
                path);
    }

    private String app(String what, String origin) throws Exception {
        var body = "{\"name\": \"%s\", %s, \"origins\": [\"%s\"]}".formatted(origin, what, origin);
        var made = send(
                operator().header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)),
                "/api/v1/apps");
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        return made.header("Location");
    }

    private static HttpRequest.Builder operator() {
        return HttpRequest.newBuilder()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Authorization", "Bearer " + issuer.token(it -> it.claim("roles", List.of("operator"))));
    }
}
