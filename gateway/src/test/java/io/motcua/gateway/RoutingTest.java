package io.motcua.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoutingTest extends GatewayTest {

    @ParameterizedTest
    @CsvSource({
        "/api/v1/agencies/H37/dossiers, pool",
        "/api/v1/agencies/H37/dossiers/D1/attachments/A1, pool",
        "/api/v1/agencies/H37/registers?unit=000.00.15.H37, pool",
        "/api/v1/agencies/H37/kpis?period=2026-Q4, pool",
        "/api/v1/agencies/H37/complaints/C1, pool",
        "/api/v1/me/complaints, pool",
        "/api/v1/lookup/000.00.15.H37-210608-0001, pool",
        "/api/v1/me/dossiers, pool",
        "/api/v1/agencies/H37/payments?dossier=D1, payments",
        "/api/v1/agencies/H37/payments/vnpay/ipn, payments",
        "/api/v1/agencies/H37/notifications, notifications",
        "/api/v1/me/inbox, notifications",
        "/api/v1/agencies, catalogue",
        "/api/v1/agencies/H37, catalogue",
        "/api/v1/agencies/H37/services/1.004222, catalogue",
        "/api/v1/agencies/H37/staff, catalogue",
        "/api/v1/rollout?asOf=2021-06-09, catalogue",
    })
    void a_path_leads_to_its_service(String path, String service) throws Exception {
        var answer = get(path);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().get("from").asString()).isEqualTo(service);
    }

    @Test
    void an_agency_that_has_left_is_nobodys() throws Exception {
        var answer = get("/api/v1/agencies/G98/dossiers");
        var lookup = get("/api/v1/lookup/000.00.15.G98-260609-0001");
        var elsewhere = get("/api/v1/agencies/G98/payments?dossier=D1");

        assertThat(lookup.status()).isEqualTo(410);
        assertThat(answer.status()).isEqualTo(410);
        assertThat(answer.body().path("type").asString()).isEqualTo("urn:motcua:problem:agency-withdrawn");
        assertThat(answer.body().path("agency").asString()).isEqualTo("G98");
        assertThat(dossiers.asked).isEmpty();
        assertThat(elsewhere.status()).isEqualTo(200);
    }

    /** The table of docs/adr/0016-agencies-are-data.md, as far as it is the gateway's. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/agencies/G97",
                "/api/v1/agencies/g97/services/1.004222",
                "/api/v1/agencies/G97/dossiers",
                "/api/v1/agencies/G97/dossiers/D1/events",
                "/api/v1/agencies/G97/payments/P1",
                "/api/v1/agencies/G97/payments/vnpay/ipn?vnp_TxnRef=P1-1",
                "/api/v1/agencies/G97/notifications?dossier=D1",
                "/api/v1/lookup/000.00.15.G97-260609-0001",
                "/api/v1/lookup/G97.15-260609-0001?secret=abcd",
            })
    void nobody_hears_anything_of_an_agency_that_has_left_altogether(String path) throws Exception {
        for (var answer : List.of(
                get(path),
                send(HttpRequest.newBuilder(), path),
                post(path, "{}".getBytes(), "Idempotency-Key", "k-9"))) {
            assertThat(answer.status()).isEqualTo(410);
            assertThat(answer.body().path("type").asString()).isEqualTo("urn:motcua:problem:agency-withdrawn");
        }
        for (var service : List.of(dossiers, otherDossiers, ownDossiers, payments, notifications, catalogue)) {
            assertThat(service.asked).as("also what still runs of its own").isEmpty();
        }
    }

    @Test
    void a_request_arrives_as_it_was_sent() throws Exception {
        var body = "{\"service\":\"1.004222\",\"note\":\"Nông Thị Lan\"}".getBytes();
        payments.behave(_ -> new FakeService.Says(201, "{}", "Location", "/api/v1/agencies/H37/x/1", "ETag", "\"3\""));

        var answer = post(
                "/api/v1/agencies/H37/payments/P1/checkouts?a=1+2&b=%C4%91%26&c=%2B&d=",
                body,
                "Idempotency-Key",
                "k-1",
                "If-Match",
                "\"2\"",
                "Accept-Language",
                "en",
                "Content-Type",
                "application/json",
                "X-Forwarded-For",
                "10.1.1.1");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.header("Location")).isEqualTo("/api/v1/agencies/H37/x/1");
        assertThat(answer.header("ETag")).isEqualTo("\"3\"");
        var asked = payments.asked.getFirst();
        assertThat(asked.method()).isEqualTo("POST");
        assertThat(asked.body()).isEqualTo(body);
        assertThat(asked.uri().getQuery().replace('+', ' ')).isEqualTo("a=1 2&b=đ&&c= &d=");
        assertThat(asked.uri().getRawQuery()).contains("b=%C4%91%26").contains("c=%2B");
        assertThat(asked.headers().getFirst("Authorization")).startsWith("Bearer ");
        assertThat(asked.headers().getFirst("Idempotency-Key")).isEqualTo("k-1");
        assertThat(asked.headers().getFirst("If-Match")).isEqualTo("\"2\"");
        assertThat(asked.headers().getFirst("Accept-Language")).isEqualTo("en");
        assertThat(asked.headers().getFirst("Content-Type")).isEqualTo("application/json");
        assertThat(asked.headers().getFirst("X-Forwarded-For")).isNull();
    }

    @Test
    void what_the_service_refuses_is_passed_on_untouched() throws Exception {
        var problem = "{\"type\":\"urn:motcua:problem:transition-refused\",\"status\":409}";
        dossiers.behave(_ -> new FakeService.Says(409, problem, "Content-Type", "application/problem+json"));
        otherDossiers.behave(_ -> new FakeService.Says(409, problem, "Content-Type", "application/problem+json"));

        var answer = post("/api/v1/agencies/H37/dossiers/D1/acceptance", "{}".getBytes());

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.text()).isEqualTo(problem);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    }

    /** An instance, an agency's own for one, could name any address of our network. */
    @ParameterizedTest
    @ValueSource(strings = {"301", "302", "303", "307", "308"})
    void where_an_instance_sends_one_the_gateway_does_not_go(int status) throws Exception {
        var within = payments.uri() + "/actuator/env";
        ownDossiers.behave(_ -> new FakeService.Says(status, "", "Location", within));

        for (var answer : List.of(
                get("/api/v1/agencies/G22/dossiers/D1"), post("/api/v1/agencies/G22/dossiers", "{}".getBytes()))) {
            assertThat(answer.status()).isEqualTo(status);
        }
        assertThat(payments.asked).isEmpty();
        assertThat(ownDossiers.asked).hasSize(2);
    }

    @Test
    void a_trace_goes_on_and_a_missing_one_begins() throws Exception {
        var trace = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
        var answer = get("/api/v1/agencies", "traceparent", trace, "X-Request-Id", "front-end.7");
        get("/api/v1/agencies", "traceparent", "00-zero-zero-00", "X-Request-Id", "a b");

        assertThat(answer.header("X-Request-Id")).isEqualTo("front-end.7");
        var first = catalogue.asked.getFirst().headers();
        assertThat(first.get("traceparent"))
                .as("the same trace, in a span of the gateway")
                .hasSize(1)
                .first()
                .asString()
                .startsWith(trace.substring(0, 36))
                .isNotEqualTo(trace);
        assertThat(first.get("X-Request-Id")).containsExactly("front-end.7");
        var second = catalogue.asked.getLast().headers();
        assertThat(second.get("traceparent"))
                .hasSize(1)
                .first()
                .asString()
                .matches("00-[0-9a-f]{32}-[0-9a-f]{16}-0[01]");
        assertThat(second.get("X-Request-Id")).hasSize(1).first().asString().matches("[0-9a-f]{32}");
    }

    @Test
    void a_request_is_timed_by_its_door_and_not_by_its_address() throws Exception {
        get("/api/v1/agencies/H37/payments/P1");

        assertThat(get("/actuator/prometheus").text().lines())
                .filteredOn(it -> it.startsWith("http_server_requests_seconds_count{"))
                .filteredOn(it -> it.contains("/payments/"))
                .noneMatch(it -> it.contains("/P1"))
                .anySatisfy(it -> assertThat(it)
                        .contains("uri=\"/api/v1/agencies/{agency}/payments/**\"")
                        .contains("method=\"GET\"")
                        .contains("outcome=\"SUCCESS\"")
                        .contains("status=\"200\"")
                        .contains("error=\"none\"")
                        .contains("exception=\"none\"")
                        .contains("service=\"gateway\"")
                        .contains("agency=\"pool\""));
    }

    @Test
    void the_pool_takes_turns_and_another_agencys_own_instances_stay_out() throws Exception {
        for (int i = 0; i < 6; i++) {
            get("/api/v1/agencies/H37/dossiers");
        }

        assertThat(List.of(dossiers.asked.size(), otherDossiers.asked.size())).containsOnly(3);
        assertThat(ownDossiers.asked).isEmpty();
    }

    @Test
    void an_agencys_own_instances_serve_it_alone() throws Exception {
        assertThat(get("/api/v1/agencies/G22/dossiers").body().get("from").asString())
                .isEqualTo("own");
        assertThat(get("/api/v1/agencies/g22/dossiers").body().get("from").asString())
                .as("written otherwise it is still not the pool's")
                .isEqualTo("own");
        assertThat(get("/api/v1/lookup/000.00.15.G22-210608-0001")
                        .body()
                        .get("from")
                        .asString())
                .as("a dossier code names its agency")
                .isEqualTo("own");
        for (var code : List.of("G22.15-250708-0001", "G22.20-20260609-0092637", "g22-250708-0001")) {
            assertThat(get("/api/v1/lookup/" + code).body().get("from").asString())
                    .as("also at the beginning: " + code)
                    .isEqualTo("own");
        }
        assertThat(get("/api/v1/lookup/H37.15-250708-0001").body().get("from").asString())
                .isEqualTo("pool");
        assertThat(get("/api/v1/agencies/G22/payments").body().get("from").asString())
                .as("only what is placed apart is apart")
                .isEqualTo("payments");
    }

    @Test
    void an_agency_whose_own_instances_are_away_gets_503_and_never_the_pool() throws Exception {
        var answer = get("/api/v1/agencies/G99/dossiers", "Accept-Language", "en");

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isEqualTo("5");
        assertThat(answer.body().get("type").asString()).isEqualTo("urn:motcua:problem:service-unavailable");
        assertThat(answer.body().get("agency").asString()).isEqualTo("G99");
        assertThat(answer.body().get("service").asString()).isEqualTo("dossier-service");
        assertThat(answer.body().get("detail").asString())
                .contains("dossier-service")
                .contains("G99");
        assertThat(Stream.of(dossiers, otherDossiers, ownDossiers).flatMap(it -> it.asked.stream()))
                .isEmpty();
    }

    @Test
    void an_answer_that_says_unchanged_has_no_body() throws Exception {
        catalogue.behave(_ -> new FakeService.Says(200, "{}", "ETag", "\"7\""));

        var answer = send(
                HttpRequest.newBuilder().header("If-None-Match", "\"7\""), "/api/v1/agencies/H37/services/1.004222");

        assertThat(answer.status()).isEqualTo(304);
        assertThat(answer.text()).isEmpty();
    }

    @Test
    void an_answer_that_breaks_off_before_anything_was_passed_on_is_a_problem() throws Exception {
        catalogue.behave(_ -> new FakeService.Says(200, "{\"items\":[", "X-Break-Off", "yes"));

        var answer = get("/api/v1/agencies");

        assertThat(answer.status()).isEqualTo(502);
        assertThat(answer.body().get("type").asString()).isEqualTo("urn:motcua:problem:broken-answer");
    }

    @Test
    void an_answer_that_breaks_off_breaks_off_for_the_caller() {
        catalogue.behave(_ -> new FakeService.Says(200, " ".repeat(100_000), "X-Break-Off", "yes"));

        assertThatThrownBy(() -> get("/api/v1/agencies")).isInstanceOf(IOException.class);
    }
}
