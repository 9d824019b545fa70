package io.motcua.local.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import io.motcua.local.failure.Failure;
import io.motcua.local.http.Api;
import io.motcua.local.http.FakeServer;
import io.motcua.local.http.FakeServer.Reply;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnboardingTests {

    private static final String TAKEN = "{\"received\":1,\"applied\":1,\"rejected\":[]}";
    private static final String NAME = "Tỉnh \"thử\"";
    private static final String OWN = """
            {"agency":"H99","names":{"vi":"Tỉnh thử"},"kind":"PROVINCE","localPrefix":"TT","source":"./motcua agency add",
             "validFrom":"2020-01-01","placements":{"dossier-service":{"mode":"own","epoch":4}}}""";

    @TempDir
    Path samples;

    @BeforeEach
    void given() throws IOException {
        Files.writeString(
                samples.resolve("platform.ndjson"),
                "{\"record\":\"tier\",\"code\":\"COMMUNE\"}\n{\"record\":\"agency\",\"agency\":\"H37\"}\n");
        Files.createDirectories(samples.resolve("new-agency"));
        Files.writeString(
                samples.resolve("new-agency/records.ndjson"),
                "{\"record\":\"unit\",\"unit\":\"000.00.00.{agency}\",\"names\":{\"vi\":\"{name}\"}}\n");
        Files.writeString(
                samples.resolve("new-agency/services.ndjson"), "{\"receivingUnit\":\"000.00.51.{agency}\"}\n");
    }

    @Test
    void an_agency_of_its_own_is_placed_with_the_first_epoch() throws IOException {
        try (var gateway = new FakeServer((_, _) -> new Reply(200, TAKEN))) {
            new Hub(Api.at(gateway.address())).add("H99", "PROVINCE", NAME, List.of("dossier-service"));

            assertThat(gateway.asked())
                    .singleElement()
                    .asString()
                    .startsWith("POST /api/v1/agencies/import {\"record\":\"agency\",\"agency\":\"H99\"")
                    .contains("\"vi\":\"Tỉnh \\\"thử\\\"\"")
                    .contains("\"placements\":{\"dossier-service\":{\"mode\":\"own\",\"epoch\":1}}");
        }
    }

    @Test
    void a_withdrawal_keeps_the_record_raises_the_epoch_and_waits_for_the_gateway() throws IOException {
        var withdrawn = new AtomicInteger();
        try (var gateway =
                new FakeServer((exchange, _) -> switch (exchange.getRequestURI().getPath()) {
                    case "/api/v1/agencies" -> new Reply(200, "{\"items\":[" + OWN + "]}");
                    case "/api/v1/agencies/import" -> new Reply(200, TAKEN);
                    default -> new Reply(withdrawn.getAndIncrement() < 2 ? 200 : 410, "{}");
                })) {
            var hub = new Hub(Api.at(gateway.address()));
            hub.withdraw(hub.find("H99").orElseThrow());

            assertThat(withdrawn).hasValue(3);
            assertThat(gateway.asked().get(1))
                    .contains("\"localPrefix\":\"TT\"")
                    .contains("\"dossier-service\":{\"mode\":\"withdrawn\",\"epoch\":5}")
                    .contains("\"catalog-service\":{\"mode\":\"withdrawn\",\"epoch\":1}");
        }
    }

    @Test
    void a_record_tells_where_the_agency_is() throws IOException {
        try (var gateway = new FakeServer((_, _) -> new Reply(200, "{\"items\":[" + OWN + "]}"))) {
            var hub = new Hub(Api.at(gateway.address()));
            var record = hub.find("H99").orElseThrow();

            assertThat(record.placement()).isEqualTo("own dossier-service");
            assertThat(record.epoch()).isEqualTo(4);
            assertThat(record.addedHere()).isTrue();
            assertThat(record.withdrawn()).isFalse();
            assertThat(record.inWithdrawal().withdrawn()).isTrue();
            assertThat(HubRecord.of("H98", "PROVINCE", "X", List.of()).placement())
                    .isEqualTo("pool");
            assertThat(hub.find("H98")).isEmpty();
        }
    }

    @Test
    void the_catalogue_gets_what_is_the_nations_then_units_with_staff_then_services() throws IOException {
        var there = new AtomicBoolean();
        try (var server = new FakeServer((exchange, _) -> {
            if (exchange.getRequestMethod().equals("GET")) {
                return new Reply(
                        200, "{\"items\":[{\"username\":\"x\",\"personalId\":\"900089900001\",\"role\":\"leader\"}]}");
            }
            return there.getAndSet(true) ? new Reply(200, TAKEN) : new Reply(421, "{}");
        })) {
            var furnishing = furnishing(server.address());
            furnishing.nation();
            furnishing.records();
            furnishing.services();

            assertThat(server.asked())
                    .containsExactly(
                            "POST /api/v1/agencies/H99/import {\"record\":\"tier\",\"code\":\"COMMUNE\"}\n",
                            "POST /api/v1/agencies/H99/import {\"record\":\"tier\",\"code\":\"COMMUNE\"}\n",
                            "GET /sign-ins/H99 ",
                            """
                            POST /api/v1/agencies/H99/import {"record":"unit","unit":"000.00.00.H99",\
                            "names":{"vi":"Tỉnh \\"thử\\""}}

                            {"record":"staff","agency":"H99","personalId":"900089900001","unit":"000.00.51.H99",\
                            "active":true,"roles":["leader"]}
                            """,
                            "POST /api/v1/agencies/H99/services/import {\"receivingUnit\":\"000.00.51.H99\"}\n");
        }
    }

    @Test
    void a_rejected_row_ends_the_adding() throws IOException {
        try (var server = new FakeServer((_, _) -> new Reply(200, "{\"rejected\":[{\"code\":\"unknown-tier\"}]}"))) {
            assertThatThrownBy(() -> furnishing(server.address()).services())
                    .isInstanceOf(Failure.class)
                    .hasMessageContaining("unknown-tier");
        }
    }

    @Test
    void a_contract_is_entered_once_and_agreed_anew_when_the_adding_is_repeated() throws IOException {
        var entered = new AtomicBoolean();
        var conditions = new ArrayList<String>();
        try (var server = new FakeServer((exchange, _) -> contract(exchange, entered, conditions))) {
            var furnishing = furnishing(server.address());
            furnishing.contract(Api.at(server.address()));
            furnishing.contract(Api.at(server.address()));

            assertThat(conditions).containsExactly("If-None-Match: *", "If-Match: \"1\"");
            assertThat(server.asked().getFirst())
                    .startsWith("PUT /bank/merchants/DEMOH991 ")
                    .contains("/api/v1/agencies/H99/payments/vnpay/ipn");
            var secrets = server.asked().stream()
                    .filter(it -> it.startsWith("PUT"))
                    .map(it -> it.replaceAll(".*\"secret\":\"([0-9a-f]{64})\".*", "$1"))
                    .toList();
            assertThat(secrets.get(0)).isEqualTo(secrets.get(1)).isNotEqualTo(secrets.get(2));
            assertThat(secrets.get(2)).isEqualTo(secrets.get(3));
        }
    }

    private static Reply contract(HttpExchange exchange, AtomicBoolean entered, List<String> conditions) {
        if (exchange.getRequestURI().getPath().startsWith("/bank/")) {
            return new Reply(200, "{}");
        }
        if (exchange.getRequestMethod().equals("GET")) {
            return entered.get()
                    ? new Reply(200, "{\"entered\":true}", "ETag", "\"1\"")
                    : new Reply(200, "{\"entered\":false}");
        }
        for (var name : List.of("If-Match", "If-None-Match")) {
            var value = exchange.getRequestHeaders().getFirst(name);
            if (value != null) {
                conditions.add(name + ": " + value);
            }
        }
        return new Reply(entered.getAndSet(true) ? 200 : 201, "{}");
    }

    private Furnishing furnishing(URI server) {
        return new Furnishing(samples, new Hub(Api.at(server)), Api.at(server), server, "H99", NAME);
    }
}
