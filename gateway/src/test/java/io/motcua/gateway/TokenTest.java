package io.motcua.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenTest extends GatewayTest {

    private static final String CLOSED = "/api/v1/agencies/H37/dossiers";

    @Test
    void without_a_token_the_door_is_shut() throws Exception {
        var answer = send(HttpRequest.newBuilder(), CLOSED);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.body().get("type").asString()).isEqualTo("urn:motcua:problem:unauthenticated");
        assertThat(answer.body().get("title").asString()).isEqualTo("Chưa đăng nhập");
        assertThat(dossiers.asked).isEmpty();
        assertThat(otherDossiers.asked).isEmpty();
    }

    @Test
    void a_token_that_does_not_hold_is_refused() throws Exception {
        var yesterday = Date.from(Instant.now().minusSeconds(86_400));
        for (var token : List.of(
                issuer.token(it -> it.expirationTime(yesterday)),
                issuer.token(it -> it.issuer("https://elsewhere.example")),
                issuer.token(it -> it.audience("another-platform")),
                issuer.token(it -> it.audience((String) null)),
                issuer.forged(),
                issuer.withUnknownKey(),
                issuer.withUnknownKey(),
                issuer.withUnknownKey(),
                "not-a-token",
                "eyJhbGciOiJub25lIn0.eyJpc3MiOiJ4In0.")) {
            var answer = send(
                    HttpRequest.newBuilder()
                            .header("Authorization", "Bearer " + token)
                            .header("Accept-Language", "en-GB, vi;q=0.5"),
                    CLOSED);

            assertThat(answer.status()).as(token).isEqualTo(401);
            assertThat(answer.body().get("title").asString()).isEqualTo("Not signed in");
            assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer error=\"invalid_token\"");
        }
        assertThat(dossiers.asked).isEmpty();
        assertThat(otherDossiers.asked).isEmpty();
    }

    /** Whoever forges a token must not be able to say whom we ask about it. */
    @Test
    void an_address_in_a_token_is_asked_for_nothing() throws Exception {
        var elsewhere = new FakeIssuer();
        try {
            for (var token :
                    List.of(elsewhere.token(), elsewhere.namingItself(), issuer.forgedNaming(elsewhere.name()))) {
                var answer = send(HttpRequest.newBuilder().header("Authorization", "Bearer " + token), CLOSED);

                assertThat(answer.status()).isEqualTo(401);
            }
            assertThat(elsewhere.asked()).isZero();
        } finally {
            elsewhere.stop();
        }
    }

    @Test
    void an_issuer_whose_keys_were_never_seen_is_an_outage_not_a_refusal() throws Exception {
        var answer = send(HttpRequest.newBuilder().header("Authorization", "Bearer " + silentIssuer.token()), CLOSED);

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isEqualTo("5");
        assertThat(answer.body().get("type").asString()).isEqualTo("urn:motcua:problem:not-ready");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/agencies",
                "/api/v1/agencies/H37",
                "/api/v1/agencies/H37/units",
                "/api/v1/agencies/H37/calendars",
                "/api/v1/agencies/H37/services?q=th%C6%B0%E1%BB%9Dng",
                "/api/v1/agencies/H37/services/1.004222",
                "/api/v1/agencies/H37/services/stats?asOf=2021-06-30",
                "/api/v1/rollout?asOf=2021-06-09",
                "/api/v1/lookup/H37-260704-0001",
                "/api/v1/agencies/H37/payments/vnpay/ipn?vnp_TxnRef=1",
                "/api/v1/agencies/H37/payments/vnpay/return?vnp_TxnRef=1",
                "/openapi",
            })
    void anyone_may_read_what_is_public(String path) throws Exception {
        assertThat(send(HttpRequest.newBuilder(), path).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/agencies/H37/services/import",
                "/api/v1/agencies/H37/services/1.004222/publication",
                "/api/v1/agencies/import",
                "/api/v1/agencies/H37/payments/vnpay/ipn",
            })
    void nobody_writes_without_a_token(String path) throws Exception {
        var post = HttpRequest.newBuilder().POST(HttpRequest.BodyPublishers.ofString("{}"));
        assertThat(send(post, path).status()).isEqualTo(401);
        assertThat(catalogue.asked).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/agencies/H37/staff", "/api/v1/me/inbox"})
    void what_is_not_said_to_be_public_is_closed(String path) throws Exception {
        assertThat(send(HttpRequest.newBuilder(), path).status()).isEqualTo(401);
    }

    @Test
    void operators_endpoints_say_no_more_than_health_and_metrics() throws Exception {
        for (var closed :
                List.of("env", "configprops", "beans", "heapdump", "threaddump", "loggers", "mappings", "shutdown")) {
            assertThat(get("/actuator/" + closed).status()).as(closed).isEqualTo(404);
        }
        assertThat(get("/actuator/health/readiness").status()).isEqualTo(200);
        assertThat(get("/actuator/prometheus").text())
                .contains("jvm_memory_used_bytes")
                .contains("http_server_requests_seconds_bucket");
    }
}
