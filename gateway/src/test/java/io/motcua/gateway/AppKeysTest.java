package io.motcua.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.core.env.Environment;
import org.springframework.data.mongodb.core.MongoTemplate;

/** What the key of an app opens, and how often. */
class AppKeysTest extends WithApps {

    @Autowired
    MongoTemplate mongo;

    @Autowired
    Environment environment;

    @Test
    void a_key_opens_what_its_app_may_and_no_service_sees_it() throws Exception {
        var app = app(PORTAL);

        assertThat(with(app.key(), PAYMENTS).status()).isEqualTo(200);
        assertThat(payments.asked.getFirst().headers()).doesNotContainKey("Api-Key");
        assertThat(payments.asked.getFirst().headers().getFirst("Authorization"))
                .startsWith("Bearer ");

        var scope = send(
                signedIn("Api-Key", app.key(), "Accept-Language", "en").POST(BodyPublishers.ofString("{}")), PAYMENTS);
        assertThat(scope.status()).isEqualTo(403);
        assertThat(problem(scope)).isEqualTo("scope-missing");
        assertThat(scope.body().get("scope").asString()).isEqualTo("payments:write");
        assertThat(scope.body().get("detail").asString()).contains("payments:write");
        assertThat(problem(with(app.key(), "/api/v1/me/inbox"))).isEqualTo("scope-missing");

        var agency = with(app.key(), "/api/v1/agencies/G22/payments");
        assertThat(agency.status()).isEqualTo(403);
        assertThat(problem(agency)).isEqualTo("agency-closed-to-app");
        assertThat(agency.body().get("agency").asString()).isEqualTo("G22");
        assertThat(problem(with(app.key(), "/api/v1/lookup/000.00.15.G22-210608-0001")))
                .isEqualTo("agency-closed-to-app");
        assertThat(with(app.key(), "/api/v1/agencies").status())
                .as("what is about no agency")
                .isEqualTo(200);
        assertThat(with(app.key(), "/api/v1/agencies/h37/services").status()).isEqualTo(200);
        assertThat(payments.asked).hasSize(1);
        assertThat(get("/actuator/prometheus").text())
                .contains("motcua_gateway_app_requests_total{agency=\"pool\",app=\"" + app.id() + "\"")
                .contains("motcua_gateway_keys_refused_total{agency=\"pool\",reason=\"scope-missing\"");
    }

    @Test
    void who_still_calls_what_is_to_go_is_counted_by_app() throws Exception {
        var app = app(PORTAL);
        payments.behave(_ -> new FakeService.Says(
                200, "{}", "Deprecation", "@1795564800", "Sunset", "Tue, 25 May 2027 00:00:00 GMT"));

        var answer = with(app.key(), PAYMENTS);
        get(PAYMENTS);

        assertThat(answer.header("Deprecation")).isEqualTo("@1795564800");
        assertThat(answer.header("Sunset")).isEqualTo("Tue, 25 May 2027 00:00:00 GMT");
        assertThat(get("/actuator/prometheus").text())
                .contains("motcua_gateway_retiring_calls_total{agency=\"pool\",app=\"" + app.id() + "\"")
                .contains("motcua_gateway_retiring_calls_total{agency=\"pool\",app=\"-\"");
    }

    @Test
    void a_key_is_no_sign_in() throws Exception {
        var app = app(PORTAL);
        assertThat(problem(send(HttpRequest.newBuilder().header("Api-Key", app.key()), PAYMENTS)))
                .isEqualTo("unauthenticated");
    }

    @Test
    void own_instances_see_neither_the_key_nor_the_callers_token() throws Exception {
        var app = app("""
                {"name": "all", "agencies": ["*"], "scopes": ["dossiers:read"]}""");
        assertThat(with(app.key(), "/api/v1/agencies/G22/dossiers").status()).isEqualTo(200);
        assertThat(ownDossiers.asked.getFirst().headers()).doesNotContainKey("Api-Key");
    }

    @Test
    void what_is_no_key_is_refused_and_not_passed_on() throws Exception {
        var app = app(PORTAL);
        var unknown = app.key().replace("motcua_", "motcua-");
        for (var key : List.of("", "x", unknown, app.key() + "0", app.key().toUpperCase())) {
            var answer = with(key, PAYMENTS);
            assertThat(answer.status()).as(key).isEqualTo(401);
            assertThat(problem(answer)).isEqualTo("api-key-unknown");
        }
        var two = send(signedIn("Api-Key", app.key(), "Api-Key", app.key()), PAYMENTS);
        assertThat(problem(two)).isEqualTo("api-key-unknown");
        assertThat(payments.asked).isEmpty();
    }

    @Test
    void the_keys_of_a_removed_app_open_nothing() throws Exception {
        var app = app(PORTAL);
        assertThat(operator("DELETE", app.path(), null, "If-Match", "\"2\"").status())
                .isEqualTo(204);
        assertThat(problem(with(app.key(), PAYMENTS))).isEqualTo("api-key-revoked");
    }

    @Test
    void an_agency_may_ask_for_a_key_of_everybody_but_the_bank() throws Exception {
        var app = app("""
                {"name": "H63", "agency": "H63", "scopes": ["catalogue:read"]}""");
        var path = "/api/v1/agencies/H63/services";
        var refused = send(HttpRequest.newBuilder(), path);
        assertThat(refused.status()).isEqualTo(401);
        assertThat(problem(refused)).isEqualTo("api-key-required");
        assertThat(send(HttpRequest.newBuilder(), "/api/v1/agencies/h63/services")
                        .status())
                .isEqualTo(401);
        assertThat(send(HttpRequest.newBuilder().header("Api-Key", app.key()), path)
                        .status())
                .isEqualTo(200);
        assertThat(send(HttpRequest.newBuilder(), "/api/v1/agencies/H63/payments/vnpay/ipn")
                        .status())
                .isEqualTo(200);
        assertThat(send(HttpRequest.newBuilder(), "/api/v1/agencies/H37/services")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void an_app_has_a_rate_of_its_own() throws Exception {
        var app = app("""
                {"name": "slow", "agency": "H37", "scopes": ["payments:read"], "quota": {"perSecond": 0.1, "burst": 2}}""");
        var first = with(app.key(), PAYMENTS);
        assertThat(first.header("RateLimit-Policy")).isEqualTo("\"client\";q=200;w=4, \"app\";q=2;w=20");
        assertThat(first.header("RateLimit")).matches("\"client\";r=\\d+;t=4, \"app\";r=1;t=20");
        with(app.key(), PAYMENTS);

        var refused = send(
                HttpRequest.newBuilder()
                        .header("Authorization", "Bearer " + issuer.token(it -> it.subject("another")))
                        .header("Accept-Language", "en")
                        .header("Api-Key", app.key()),
                PAYMENTS);

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.body().get("limit").asString()).isEqualTo("app");
        assertThat(refused.body().get("detail").asString()).startsWith("This app sends too many requests");
        assertThat(refused.header("RateLimit")).startsWith("\"app\";r=0;t=");
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(5, 10);
        assertThat(get(PAYMENTS).status()).as("without the app").isEqualTo(200);
    }

    @Test
    void an_app_has_a_number_of_requests_a_day() throws Exception {
        var app = app("""
                {"name": "rare", "agency": "H37", "scopes": ["payments:read"],
                 "quota": {"perSecond": 50, "perDay": 2}}""");
        var first = with(app.key(), PAYMENTS);
        assertThat(first.header("RateLimit-Policy")).endsWith("\"app-day\";q=2;w=86400");
        assertThat(first.header("RateLimit")).contains("\"app-day\";r=1;t=");
        with(app.key(), PAYMENTS);

        var refused = with(app.key(), PAYMENTS);

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.body().get("limit").asString()).isEqualTo("app-day");
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 86_400);
    }

    @Test
    void a_server_that_asks_for_many_is_limited_by_its_app_and_a_page_by_its_readers_address() throws Exception {
        var server = app("""
                {"name": "server", "agency": "H37", "scopes": ["catalogue:read"]}""");
        var page = app("""
                {"name": "page", "agency": "H37", "scopes": ["catalogue:read"], "origins": ["https://page.example"]}""");
        var path = "/api/v1/agencies/H37/services";
        assertThat(send(HttpRequest.newBuilder().header("Api-Key", server.key()), path)
                        .header("RateLimit-Policy"))
                .isEqualTo("\"app\";q=200;w=4");
        assertThat(send(HttpRequest.newBuilder().header("Api-Key", page.key()), path)
                        .header("RateLimit-Policy"))
                .isEqualTo("\"client\";q=200;w=4, \"app\";q=200;w=4");
    }

    @Test
    void another_instance_learns_of_a_revocation_within_seconds() throws Exception {
        var app = app(PORTAL);
        var shared = new ArrayList<String>();
        for (var name : List.of(
                "spring.mongodb.uri",
                "spring.mongodb.database",
                "spring.kafka.bootstrap-servers",
                "motcua.privacy.person-secret",
                "motcua.security.issuers[0].issuer",
                "spring.cloud.discovery.client.simple.instances.payment-service[0].uri")) {
            shared.add("--" + name + "=" + environment.getRequiredProperty(name));
        }
        shared.addAll(List.of("--server.port=0", "--eureka.client.enabled=false"));
        try (var other = new SpringApplicationBuilder(GatewayApplication.class).run(shared.toArray(String[]::new))) {
            int elsewhere = other.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
            await().atMost(Duration.ofSeconds(20)).until(() -> at(elsewhere, app.key()) == 200);

            var revoking = app.path() + "/keys/" + app.key().split("_")[1];
            assertThat(operator("DELETE", revoking, null).status()).isEqualTo(204);

            assertThat(with(app.key(), PAYMENTS).status()).as("here at once").isEqualTo(401);
            await().atMost(Duration.ofSeconds(10)).until(() -> at(elsewhere, app.key()) == 401);
        }
    }

    private int at(int elsewhere, String key) throws Exception {
        return sendTo(elsewhere, signedIn("Api-Key", key), PAYMENTS).status();
    }
}
