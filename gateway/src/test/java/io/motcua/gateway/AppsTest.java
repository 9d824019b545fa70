package io.motcua.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.core.env.Environment;
import org.springframework.data.mongodb.core.MongoTemplate;
import tools.jackson.databind.JsonNode;

/** Apps and their keys: how they are managed, and what they open. */
class AppsTest extends GatewayTest {

    private static final String APPS = "/api/v1/apps";
    private static final String PAYMENTS = "/api/v1/agencies/H37/payments";
    private static final String PORTAL = """
            {"name": "portal", "agency": "H37", "scopes": ["payments:read", "catalogue:read"]}""";

    @Autowired
    MongoTemplate mongo;

    @Autowired
    Environment environment;

    @Test
    void an_app_is_registered_read_changed_and_removed() throws Exception {
        var made = operator("POST", APPS, """
                {"name": " Cổng Lạng Sơn ", "agencies": ["g22", "H37", "G22"], "scopes": ["dossiers:write", "dossiers:read"],
                 "quota": {"perSecond": 2.5, "perDay": 1000}, "origins": ["https://app.example"]}""");
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.header("ETag")).isEqualTo("\"1\"");
        var path = made.header("Location");
        assertThat(path).isEqualTo(APPS + "/" + made.body().get("id").asString());
        assertThat(made.body().get("name").asString()).isEqualTo("Cổng Lạng Sơn");
        assertThat(made.body().has("agency")).isFalse();
        assertThat(made.body().get("agencies").toString()).isEqualTo("[\"G22\",\"H37\"]");
        assertThat(made.body().get("scopes").toString()).isEqualTo("[\"dossiers:read\",\"dossiers:write\"]");
        assertThat(made.body().get("quota").toString()).isEqualTo("{\"perSecond\":2.5,\"burst\":10,\"perDay\":1000}");
        assertThat(operator("GET", path, null).body()).isEqualTo(made.body());

        var without = operator("PATCH", path, "{\"name\": \"x\"}");
        assertThat(without.status()).isEqualTo(428);
        var changed = operator("PATCH", path, "{\"name\": \"Lạng Sơn\", \"origins\": []}", "If-Match", "\"1\"");
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.header("ETag")).isEqualTo("\"2\"");
        assertThat(changed.body().get("name").asString()).isEqualTo("Lạng Sơn");
        assertThat(changed.body().get("origins").isEmpty()).isTrue();
        assertThat(changed.body().get("scopes"))
                .as("what is not said stays")
                .isEqualTo(made.body().get("scopes"));
        assertThat(operator("PATCH", path, "{}", "If-Match", "\"1\"").status()).isEqualTo(412);

        assertThat(operator("DELETE", path, null).status()).isEqualTo(428);
        assertThat(operator("DELETE", path, null, "If-Match", "\"1\"").status()).isEqualTo(412);
        assertThat(operator("DELETE", path, null, "If-Match", "\"2\"").status()).isEqualTo(204);
        assertThat(operator("GET", path, null).status()).isEqualTo(404);
        assertThat(operator("DELETE", path, null, "If-Match", "\"3\"").status()).isEqualTo(404);
    }

    @Test
    void a_repeated_registration_registers_once() throws Exception {
        var key = UUID.randomUUID().toString();
        var first = operator("POST", APPS, PORTAL, "Idempotency-Key", key);
        var second = operator("POST", APPS, PORTAL, "Idempotency-Key", key);
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
    }

    @Test
    void an_administrator_manages_the_apps_of_the_own_agency_alone() throws Exception {
        var mine = as(admin("H37"), "POST", APPS, PORTAL);
        assertThat(mine.status()).isEqualTo(201);
        assertThat(mine.body().get("agencies").toString()).isEqualTo("[\"H37\"]");
        var theirs = as(admin("G22"), "POST", APPS, PORTAL.replace("H37", "G22"));
        var platforms = operator("POST", APPS, """
                {"name": "national", "agencies": ["*"], "scopes": ["me:read"]}""");

        for (var path : List.of(theirs.header("Location"), platforms.header("Location"))) {
            assertThat(as(admin("H37"), "GET", path, null).status()).isEqualTo(404);
            assertThat(as(admin("H37"), "PATCH", path, "{}", "If-Match", "\"1\"")
                            .status())
                    .isEqualTo(404);
            assertThat(as(admin("H37"), "POST", path + "/keys", "{}").status()).isEqualTo(404);
            assertThat(as(admin("H37"), "DELETE", path, null, "If-Match", "\"1\"")
                            .status())
                    .isEqualTo(404);
            assertThat(operator("GET", path, null).status()).isEqualTo(200);
        }
        assertThat(as(admin("H37"), "POST", APPS, PORTAL.replace("H37", "G22")).status())
                .isEqualTo(403);
        assertThat(as(admin("H37"), "POST", APPS, """
                {"name": "national", "agencies": ["H37"], "scopes": ["catalogue:read"]}""").status())
                .as("one of the platform")
                .isEqualTo(403);
        for (var token : List.of(leader("H37"), issuer.token())) {
            assertThat(as(token, "GET", APPS, null).status()).isEqualTo(403);
            assertThat(as(token, "POST", APPS, PORTAL).status()).isEqualTo(403);
        }
        assertThat(send(HttpRequest.newBuilder(), APPS).status()).isEqualTo(401);

        var seen = ids(as(admin("H37"), "GET", APPS + "?limit=200", null));
        assertThat(seen).contains(id(mine)).doesNotContain(id(theirs), id(platforms));
        assertThat(ids(as(admin("H37"), "GET", APPS + "?agency=G22", null))).isEmpty();
        assertThat(ids(operator("GET", APPS + "?limit=200", null))).contains(id(mine), id(theirs), id(platforms));
        assertThat(ids(operator("GET", APPS + "?limit=200&agency=G22", null)))
                .contains(id(theirs))
                .doesNotContain(id(mine), id(platforms));
    }

    @Test
    void an_administrator_gives_nothing_that_goes_beyond_the_agency() throws Exception {
        var across =
                as(admin("H37"), "POST", APPS, PORTAL.replace("payments:read", "me:read"), "Accept-Language", "en");
        assertThat(across.status()).isEqualTo(403);
        assertThat(problem(across)).isEqualTo("beyond-your-agency");
        assertThat(across.body().get("detail").asString()).contains("me:read");
        var agency = as(admin("H37"), "POST", APPS, """
                {"name": "x", "agency": "H37", "agencies": ["H37", "G22"], "scopes": ["catalogue:read"]}""");
        assertThat(agency.status()).isEqualTo(422);
        assertThat(fault(agency)).isEqualTo("/agencies/1 own-agency");

        var mine = as(admin("H37"), "POST", APPS, PORTAL).header("Location");
        assertThat(as(admin("H37"), "PATCH", mine, "{\"scopes\": [\"me:read\"]}", "If-Match", "\"1\"")
                        .status())
                .isEqualTo(403);
        assertThat(operator("PATCH", mine, "{\"scopes\": [\"me:read\"]}", "If-Match", "\"1\"")
                        .status())
                .isEqualTo(200);
        assertThat(as(admin("H37"), "PATCH", mine, "{\"name\": \"y\"}", "If-Match", "\"2\"")
                        .status())
                .as("what the operator gave may stay")
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'name': 'x', 'scopes': ['catalogue:read']}                                        | /agencies required",
                "{'agency': 'H37', 'scopes': ['catalogue:read']}                                    | /name required",
                "{'name': ' ', 'agency': 'H37', 'scopes': ['catalogue:read']}                       | /name required",
                "{'name': 'a\\u0007', 'agency': 'H37', 'scopes': ['catalogue:read']}                | /name app-name",
                "{'name': 'x', 'agency': 'Z99', 'scopes': ['catalogue:read']}                       | /agency unknown-agency",
                "{'name': 'x', 'agency': 'H37'}                                                     | /scopes required",
                "{'name': 'x', 'agency': 'H37', 'scopes': []}                                       | /scopes required",
                "{'name': 'x', 'agency': 'H37', 'scopes': ['catalogue:read', 'all']}                | /scopes/1 scope",
                "{'name': 'x', 'agency': 'H37', 'scopes': ['CATALOGUE_READ']}                       | /scopes/0 scope",
                "{'name': 'x', 'agency': 'H37', 'scopes': [null]}                                   | /scopes/0 required",
                "{'name': 'x', 'agencies': [], 'scopes': ['catalogue:read']}                        | /agencies range",
                "{'name': 'x', 'agencies': ['H37', 'Z99'], 'scopes': ['catalogue:read']}            | /agencies/1 unknown-agency",
                "{'name': 'x', 'agency': 'H37', 'agencies': ['*'], 'scopes': ['catalogue:read']}    | /agencies/0 own-agency",
                "{'name': 'x', 'agency': 'H37', 'scopes': ['catalogue:read'], 'quota': {}}          | /quota/perSecond required",
                "{'name': 'x', 'agency': 'H37', 'scopes': ['catalogue:read'], 'quota': {'perSecond': 0}} | /quota/perSecond range",
                "{'name': 'x', 'agency': 'H37', 'scopes': ['catalogue:read'], 'quota': {'perSecond': 1e9}} | /quota/perSecond range",
                "{'name': 'x', 'agency': 'H37', 'scopes': ['catalogue:read'], 'quota': {'perSecond': 1, 'burst': 0}} | /quota/burst range",
                "{'name': 'x', 'agency': 'H37', 'scopes': ['catalogue:read'], 'quota': {'perSecond': 1, 'perDay': -1}} | /quota/perDay range",
                "{'name': 'x', 'agency': 'H37', 'scopes': ['catalogue:read'], 'origins': ['http://app.example']} | /origins/0 origin",
                "{'name': 'x', 'agency': 'H37', 'scopes': ['catalogue:read'], 'origins': ['https://a.b', '*']} | /origins/1 origin",
            })
    void a_field_that_is_wrong_is_named_with_its_reason(String body, String fault) throws Exception {
        var answer = operator("POST", APPS, body.replace('\'', '"'), "Accept-Language", "en");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(problem(answer)).isEqualTo("invalid-field");
        assertThat(answer.body().get("errors").size()).isOne();
        assertThat(fault(answer)).isEqualTo(fault);
        assertThat(answer.body().at("/errors/0/detail").asString()).doesNotContain("This value is not valid");
    }

    @Test
    void everything_that_is_wrong_is_said_at_once_and_a_body_that_is_none_as_well() throws Exception {
        var answer = operator("POST", APPS, """
                {"name": "%s", "agencies": ["Z99"], "scopes": ["x"], "quota": {"perSecond": -1, "burst": -1}, "origins": [""]}""".formatted("x".repeat(101)));
        assertThat(answer.body().get("errors").values().stream()
                        .map(it -> it.get("pointer").asString()))
                .containsExactly("/name", "/agencies/0", "/scopes/0", "/quota/perSecond", "/quota/burst", "/origins/0");

        assertThat(problem(operator("POST", APPS, "{\"nickname\": \"x\"}"))).isEqualTo("unknown-field");
        assertThat(problem(operator("POST", APPS, "{\"scopes\": \"x\"}"))).isEqualTo("malformed-body");
        assertThat(problem(operator("POST", APPS, "{"))).isEqualTo("malformed-body");
        var keyless = signedIn("Content-Type", "application/json").POST(BodyPublishers.ofString(PORTAL));
        assertThat(problem(send(keyless, APPS))).isEqualTo("request-key-required");
        assertThat(operator("PUT", APPS, PORTAL).status()).isEqualTo(405);
        assertThat(operator("GET", APPS + "/nothing", null).status()).isEqualTo(404);
        assertThat(operator("POST", APPS + "/nothing/keys", "{}").status()).isEqualTo(404);
    }

    @Test
    void a_key_is_shown_once_and_nowhere_kept() throws Exception {
        var path = operator("POST", APPS, PORTAL).header("Location");
        var request = UUID.randomUUID().toString();

        var issued = operator("POST", path + "/keys", "{}", "Idempotency-Key", request);

        assertThat(issued.status()).isEqualTo(201);
        assertThat(issued.header("Cache-Control")).contains("no-store");
        var key = issued.body().get("key").asString();
        var id = issued.body().get("id").asString();
        assertThat(key).matches("motcua_" + id + "_[0-9A-Za-z]{49}");
        var again = operator("POST", path + "/keys", "{}", "Idempotency-Key", request);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.body().get("id").asString()).isEqualTo(id);
        assertThat(again.body().has("key")).as("not a second time").isFalse();

        var app = operator("GET", path, null);
        assertThat(app.text()).doesNotContain(key).doesNotContain("hash");
        assertThat(app.body().get("keys").size()).isOne();
        for (var collection : mongo.getCollectionNames()) {
            assertThat(mongo.getCollection(collection).find().map(it -> it.toString()))
                    .as(collection)
                    .noneMatch(it -> it.contains(key));
        }
    }

    @Test
    void a_key_says_until_when_it_holds() throws Exception {
        var path = operator("POST", APPS, PORTAL).header("Location") + "/keys";
        var usual =
                Instant.parse(operator("POST", path, "{}").body().get("expires").asString());
        assertThat(Duration.between(Instant.now(), usual).toDays()).isBetween(363L, 365L);
        for (var wrong : List.of(Instant.now().minusSeconds(1), Instant.now().plus(Duration.ofDays(731)))) {
            var refused = operator("POST", path, "{\"expires\": \"" + wrong + "\"}");
            assertThat(refused.status()).isEqualTo(422);
            assertThat(fault(refused)).isEqualTo("/expires expiry");
        }
        assertThat(problem(operator("POST", path, "{\"expires\": \"tomorrow\"}")))
                .isEqualTo("malformed-body");

        var brief = operator("POST", path, "{\"expires\": \"" + Instant.now().plusMillis(1500) + "\"}")
                .body()
                .get("key")
                .asString();
        assertThat(with(brief, PAYMENTS).status()).isEqualTo(200);
        await().atMost(Duration.ofSeconds(10)).until(() -> with(brief, PAYMENTS).status() == 401);
        assertThat(problem(with(brief, PAYMENTS))).isEqualTo("api-key-expired");
    }

    @Test
    void several_keys_hold_at_a_time_so_that_one_can_take_the_others_place() throws Exception {
        var path = operator("POST", APPS, PORTAL).header("Location");
        var keys = new ArrayList<JsonNode>();
        for (int i = 0; i < 5; i++) {
            keys.add(operator("POST", path + "/keys", "{}").body());
        }
        var sixth = operator("POST", path + "/keys", "{}");
        assertThat(sixth.status()).isEqualTo(409);
        assertThat(problem(sixth)).isEqualTo("too-many-keys");
        for (var it : keys) {
            assertThat(with(it.get("key").asString(), PAYMENTS).status()).isEqualTo(200);
        }

        var old = keys.getFirst();
        var revoking = path + "/keys/" + old.get("id").asString();
        assertThat(operator("DELETE", revoking, null, "If-Match", "\"1\"").status())
                .as("for those who want to be sure")
                .isEqualTo(412);
        assertThat(operator("DELETE", revoking, null).status()).isEqualTo(204);
        assertThat(operator("DELETE", revoking, null).status()).isEqualTo(204);
        assertThat(operator("DELETE", path + "/keys/nothing", null).status()).isEqualTo(404);

        var refused = with(old.get("key").asString(), PAYMENTS);
        assertThat(refused.status()).isEqualTo(401);
        assertThat(problem(refused)).isEqualTo("api-key-revoked");
        assertThat(refused.header("WWW-Authenticate")).isEqualTo("Api-Key");
        assertThat(with(keys.getLast().get("key").asString(), PAYMENTS).status())
                .isEqualTo(200);
        assertThat(operator("POST", path + "/keys", "{}").status()).isEqualTo(201);
        assertThat(operator("GET", path, null).body().at("/keys/0").has("revoked"))
                .isTrue();
    }

    @Test
    void the_day_of_the_last_use_is_shown() throws Exception {
        var app = app(PORTAL);
        assertThat(with(app.key(), PAYMENTS).status()).isEqualTo(200);

        await().atMost(Duration.ofSeconds(10))
                .until(() ->
                        operator("GET", app.path(), null).body().at("/keys/0").has("lastUsed"));
        assertThat(operator("GET", app.path(), null)
                        .body()
                        .at("/keys/0/lastUsed")
                        .asString())
                .isEqualTo(LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh")).toString());
        assertThat(operator("GET", app.path(), null).header("ETag"))
                .as("which is no change")
                .isEqualTo("\"2\"");
    }

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

    private record Registered(String path, String id, String key) {}

    private Registered app(String body) throws Exception {
        var app = operator("POST", APPS, body);
        assertThat(app.status()).as(app.text()).isEqualTo(201);
        var path = app.header("Location");
        var key = operator("POST", path + "/keys", "{}").body().get("key").asString();
        return new Registered(path, id(app), key);
    }

    private Answer with(String key, String path) throws Exception {
        return send(signedIn("Api-Key", key), path);
    }

    private Answer operator(String method, String path, String body, String... headers) throws Exception {
        return as(
                issuer.token(it -> it.subject("operator").claim("roles", List.of("operator"))),
                method,
                path,
                body,
                headers);
    }

    private static String admin(String agency) {
        return issuer.token(
                it -> it.subject("admin-" + agency).claim("roles", List.of(agency + ":agency-admin", "A00:leader")));
    }

    private static String leader(String agency) {
        return issuer.token(it -> it.subject("leader").claim("roles", List.of(agency + ":leader")));
    }

    private Answer as(String token, String method, String path, String body, String... headers) throws Exception {
        var request = HttpRequest.newBuilder()
                .header("Authorization", "Bearer " + token)
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        if (!List.of(headers).contains("Idempotency-Key")) {
            request.header("Idempotency-Key", UUID.randomUUID().toString());
        }
        return send(headers.length == 0 ? request : request.headers(headers), path);
    }

    private static String id(Answer app) {
        return app.body().get("id").asString();
    }

    private static List<String> ids(Answer list) {
        return list.body().get("items").values().stream()
                .map(it -> it.get("id").asString())
                .toList();
    }

    private static String problem(Answer answer) {
        return answer.body().get("type").asString().replace("urn:motcua:problem:", "");
    }

    private static String fault(Answer answer) {
        var first = answer.body().at("/errors/0");
        return first.get("pointer").asString() + " " + first.get("code").asString();
    }
}
