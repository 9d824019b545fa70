package io.motcua.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class OutageTest extends GatewayTest {

    @Test
    void a_breaker_opens_says_so_and_recovers() throws Exception {
        payments.stop();
        try {
            await().atMost(Duration.ofSeconds(20)).until(() -> {
                assertThat(post("/api/v1/agencies/H37/payments", "{}".getBytes())
                                .status())
                        .isEqualTo(503);
                return state("payments.H37", "open");
            });
            var refused = get("/api/v1/agencies/H37/payments", "Accept-Language", "en");

            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.header("Content-Type")).isEqualTo("application/problem+json");
            assertThat(refused.header("Retry-After")).isEqualTo("1");
            assertThat(refused.body().get("title").asString()).isEqualTo("Service unavailable");
            assertThat(refused.body().get("agency").asString()).isEqualTo("H37");
            assertThat(refused.body().get("service").asString()).isEqualTo("payment-service");
            assertThat(refused.body().get("instance").asString()).isEqualTo("/api/v1/agencies/H37/payments");
            assertThat(refused.body().get("traceId").asString()).hasSize(32);
            assertThat(get("/api/v1/agencies/H37/services").status())
                    .as("other routes go on")
                    .isEqualTo(200);
        } finally {
            payments.start();
        }
        await().atMost(Duration.ofSeconds(20))
                .until(() -> get("/api/v1/agencies/H37/payments").status() == 200);
        await().atMost(Duration.ofSeconds(20)).until(() -> state("payments.H37", "closed"));
    }

    private boolean state(String breaker, String state) throws Exception {
        return get("/actuator/prometheus")
                .text()
                .lines()
                .anyMatch(it -> it.startsWith("resilience4j_circuitbreaker_state{")
                        && it.contains("name=\"" + breaker + "\"")
                        && it.contains("state=\"" + state + "\"")
                        && it.endsWith(" 1.0"));
    }

    @Test
    void each_agency_has_a_breaker_of_its_own_and_unknown_ones_share_one() throws Exception {
        for (var agency : new String[] {"H37", "h37", "G22", "X1", "X2"}) {
            get("/api/v1/agencies/" + agency + "/notifications");
        }

        assertThat(get("/actuator/prometheus")
                        .text()
                        .lines()
                        .filter(it -> it.startsWith("resilience4j_circuitbreaker_state{"))
                        .filter(it -> it.contains("state=\"closed\"") && it.contains("name=\"notifications."))
                        .map(it -> it.replaceAll(".*name=\"([^\"]+)\".*", "$1")))
                .containsExactlyInAnyOrder("notifications.H37", "notifications.G22", "notifications.-");
    }

    @Test
    void a_read_that_breaks_off_is_asked_of_another_instance() throws Exception {
        dossiers.behave(_ -> null);
        otherDossiers.behave(_ -> new FakeService.Says(200, "{\"from\":\"other\"}"));

        for (int i = 0; i < 2; i++) {
            assertThat(get("/api/v1/agencies/H37/dossiers/D1")
                            .body()
                            .get("from")
                            .asString())
                    .isEqualTo("other");
        }
        assertThat(dossiers.asked).isNotEmpty();
        assertThat(otherDossiers.asked).hasSize(2);
    }

    @Test
    void a_write_is_never_repeated() throws Exception {
        dossiers.behave(_ -> null);
        otherDossiers.behave(_ -> null);

        var answer = post("/api/v1/agencies/H37/dossiers", "{}".getBytes(), "Accept-Language", "en");

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.body().get("detail").asString()).contains("same Idempotency-Key");
        assertThat(dossiers.asked.size() + otherDossiers.asked.size()).isEqualTo(1);
    }

    @Test
    void a_write_that_reached_nobody_goes_to_another_instance() throws Exception {
        dossiers.stop();
        try {
            for (int i = 0; i < 2; i++) {
                assertThat(post("/api/v1/agencies/H37/dossiers", "{\"n\":1}".getBytes())
                                .status())
                        .isEqualTo(200);
            }
        } finally {
            dossiers.start();
        }
        assertThat(otherDossiers.asked)
                .hasSize(2)
                .allSatisfy(it -> assertThat(it.body()).asString().isEqualTo("{\"n\":1}"));
    }

    @Test
    void a_service_that_says_503_is_heard_once_and_stays_asked() throws Exception {
        catalogue.behave(_ -> new FakeService.Says(503, "{\"status\":503}", "Retry-After", "7"));
        for (int i = 0; i < 12; i++) {
            var answer = get("/api/v1/agencies");
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.header("Retry-After")).isEqualTo("7");
        }
        assertThat(catalogue.asked).hasSize(12);
    }

    @Test
    void a_service_that_is_too_slow_may_have_done_it() throws Exception {
        var answered = new CountDownLatch(1);
        notifications.behave(_ -> {
            answered.await(20, TimeUnit.SECONDS);
            return new FakeService.Says(200, "{}");
        });
        try {
            var answer = post("/api/v1/me/inbox", "{}".getBytes(), "Accept-Language", "en");

            assertThat(answer.status()).isEqualTo(504);
            assertThat(answer.body().get("type").asString()).isEqualTo("urn:motcua:problem:service-timeout");
            assertThat(answer.body().get("service").asString()).isEqualTo("notification-service");
            assertThat(answer.body().has("agency")).isFalse();
            assertThat(get("/api/v1/me/inbox").status())
                    .as("nor is a silent read asked twice")
                    .isEqualTo(504);
            assertThat(notifications.asked).hasSize(2);
        } finally {
            answered.countDown();
        }
    }
}
