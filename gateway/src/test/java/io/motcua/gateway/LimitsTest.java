package io.motcua.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** What one client, one agency, and all together may ask. */
@TestPropertySource(
        properties = {
            "motcua.gateway.limits.client.per-second=0.01",
            "motcua.gateway.limits.client.burst=5",
            "motcua.gateway.limits.agencies.G22.per-second=0.01",
            "motcua.gateway.limits.agencies.G22.burst=3",
            "motcua.gateway.limits.under-way=16",
            "motcua.gateway.limits.under-way-at-agency=4",
            "motcua.gateway.limits.streams-at-agency=2",
            "motcua.gateway.routes.answers.events=60s",
        })
class LimitsTest extends GatewayTest {

    private static final String PAYMENTS = "/api/v1/agencies/H37/payments";

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch held = new CountDownLatch(1);

    @AfterEach
    void letGo() {
        held.countDown();
        threads.close();
    }

    @Test
    void a_client_is_told_what_is_left_and_then_to_wait() throws Exception {
        var token = somebody();
        for (int left = 4; left >= 0; left--) {
            var answer = as(token, PAYMENTS);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("RateLimit-Policy")).isEqualTo("\"client\";q=5;w=500");
            assertThat(answer.header("RateLimit")).isEqualTo("\"client\";r=" + left + ";t=500");
        }

        var refused = as(token, PAYMENTS);

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(refused.body().get("type").asString()).isEqualTo("urn:motcua:problem:too-many-requests");
        assertThat(refused.body().get("limit").asString()).isEqualTo("client");
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(95, 100);
        assertThat(refused.header("RateLimit")).startsWith("\"client\";r=0;t=");
        assertThat(refused.body().get("detail").asString()).contains("Bạn đã gửi quá nhiều yêu cầu");
        assertThat(payments.asked).hasSize(5);
        assertThat(as(somebody(), PAYMENTS).status()).as("somebody else").isEqualTo(200);
        assertThat(as(token, "/api/v1/agencies/G99/payments").status())
                .as("at another agency")
                .isEqualTo(200);
    }

    /** What a program would do over and over: file dossiers, try out codes, send payers to the bank. */
    @Test
    void who_files_looks_up_or_pays_by_machine_is_told_to_wait() throws Exception {
        var calls = Map.of(
                "/api/v1/agencies/H37/dossiers", List.of(dossiers, otherDossiers),
                "/api/v1/agencies/H37/dossiers/D1/submission", List.of(dossiers, otherDossiers),
                "/api/v1/agencies/H37/payments/P1/checkouts", List.of(payments));
        for (var call : calls.entrySet()) {
            var token = somebody();
            for (int i = 0; i < 8; i++) {
                var answer = send(
                        HttpRequest.newBuilder()
                                .header("Authorization", "Bearer " + token)
                                .header("Idempotency-Key", "k-" + i)
                                .POST(HttpRequest.BodyPublishers.ofString("{}")),
                        call.getKey());
                assertThat(answer.status()).as(call.getKey()).isEqualTo(i < 5 ? 200 : 429);
            }
            assertThat(call.getValue().stream().mapToInt(it -> it.asked.size()).sum())
                    .as("what reached the service of %s", call.getKey())
                    .isEqualTo(5);
            call.getValue().forEach(FakeService::reset);
        }

        int found = 0;
        for (int i = 0; i < 8; i++) {
            var code = "/api/v1/lookup/000.00.15.H37-260609-000" + i + "?secret=aaaa";
            found += send(HttpRequest.newBuilder(), code).status() == 200 ? 1 : 0;
        }
        assertThat(found).as("nobody signed in, whatever code is tried").isLessThanOrEqualTo(5);
    }

    @Test
    void an_agency_that_is_rushed_stops_no_other() throws Exception {
        var answers = new ArrayList<Answer>();
        for (int i = 0; i < 5; i++) {
            answers.add(as(somebody(), "/api/v1/agencies/G22/payments", "Accept-Language", "en"));
        }
        assertThat(answers).extracting(Answer::status).containsExactly(200, 200, 200, 429, 429);
        var refused = answers.getLast();
        assertThat(refused.body().get("limit").asString()).isEqualTo("agency");
        assertThat(refused.body().get("agency").asString()).isEqualTo("G22");
        assertThat(refused.body().get("detail").asString()).startsWith("This agency receives too many requests now");
        assertThat(as(somebody(), PAYMENTS).status()).isEqualTo(200);
        assertThat(get("/actuator/prometheus").text())
                .contains("motcua_gateway_refused_total{agency=\"G22\",")
                .contains("limit=\"agency\"");
    }

    @Test
    void the_bank_is_heard_however_often_it_calls() throws Exception {
        for (int i = 0; i < 12; i++) {
            assertThat(send(HttpRequest.newBuilder(), PAYMENTS + "/vnpay/ipn?vnp_TxnRef=" + i)
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void where_too_much_is_under_way_writes_are_refused_first_and_callbacks_last() throws Exception {
        payments.behave(_ -> {
            held.await();
            return new FakeService.Says(200, "{}");
        });
        var waiting = new ArrayList<Future<Integer>>();
        for (int i = 1; i <= 3; i++) {
            var token = somebody();
            waiting.add(threads.submit(() -> as(token, PAYMENTS).status()));
        }
        await().until(() -> payments.asked.size() == 3);

        for (var request : List.of(write(), HttpRequest.newBuilder().header("Authorization", "Bearer " + somebody()))) {
            var refused = send(request.header("Accept-Language", "en"), PAYMENTS);
            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.body().get("type").asString()).isEqualTo("urn:motcua:problem:overloaded");
            assertThat(refused.body().get("agency").asString()).isEqualTo("H37");
            assertThat(refused.body().get("service").asString()).isEqualTo("payment-service");
            assertThat(refused.header("Retry-After")).isEqualTo("1");
            assertThat(refused.body().get("detail").asString()).contains("Nothing was passed on");
        }
        waiting.add(threads.submit(
                () -> send(HttpRequest.newBuilder(), PAYMENTS + "/vnpay/ipn").status()));
        await().until(() -> payments.asked.size() == 4);
        assertThat(as(somebody(), "/api/v1/agencies/H37/dossiers").status())
                .as("another service of the agency")
                .isEqualTo(200);

        held.countDown();
        for (var it : waiting) {
            assertThat(it.get()).isEqualTo(200);
        }
        payments.reset();
        assertThat(send(write(), PAYMENTS).status()).as("when they are through").isEqualTo(200);
    }

    @Test
    void streams_have_places_of_their_own() throws Exception {
        var events = "/api/v1/agencies/H37/dossiers/D1/events";
        var words = new LinkedBlockingQueue<String>();
        for (var it : List.of(dossiers, otherDossiers)) {
            it.behave(_ -> new FakeService.Tells(words));
        }
        var reading = new ArrayList<Future<Integer>>();
        for (int i = 1; i <= 2; i++) {
            var token = somebody();
            reading.add(threads.submit(() -> as(token, events).status()));
        }
        await().until(() -> dossiers.asked.size() + otherDossiers.asked.size() == 2);
        try {
            var refused = as(somebody(), events);

            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.body().get("limit").asString()).isEqualTo("agency-streams");
            assertThat(refused.header("Retry-After")).isEqualTo("10");
            dossiers.reset();
            otherDossiers.reset();
            for (int i = 0; i < 4; i++) {
                assertThat(as(somebody(), "/api/v1/agencies/H37/dossiers/D1").status())
                        .as("what else is asked of the agency")
                        .isEqualTo(200);
            }
        } finally {
            words.addAll(List.of("", ""));
        }
        for (var it : reading) {
            assertThat(it.get()).isEqualTo(200);
        }
    }

    private static HttpRequest.Builder write() {
        return HttpRequest.newBuilder()
                .header("Authorization", "Bearer " + somebody())
                .POST(HttpRequest.BodyPublishers.ofString("{}"));
    }

    private Answer as(String token, String path, String... headers) throws Exception {
        var request = HttpRequest.newBuilder().header("Authorization", "Bearer " + token);
        return send(headers.length == 0 ? request : request.headers(headers), path);
    }

    private static String somebody() {
        return issuer.token(it -> it.subject(UUID.randomUUID().toString()));
    }
}
