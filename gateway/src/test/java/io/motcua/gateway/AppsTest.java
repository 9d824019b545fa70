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
import org.springframework.data.mongodb.core.MongoTemplate;
import tools.jackson.databind.JsonNode;

/** Apps and their keys: how they are managed. */
class AppsTest extends WithApps {

    @Autowired
    MongoTemplate mongo;

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

    private static String admin(String agency) {
        return issuer.token(
                it -> it.subject("admin-" + agency).claim("roles", List.of(agency + ":agency-admin", "A00:leader")));
    }

    private static String leader(String agency) {
        return issuer.token(it -> it.subject("leader").claim("roles", List.of(agency + ":leader")));
    }

    private static List<String> ids(Answer list) {
        return list.body().get("items").values().stream()
                .map(it -> it.get("id").asString())
                .toList();
    }

    private static String fault(Answer answer) {
        var first = answer.body().at("/errors/0");
        return first.get("pointer").asString() + " " + first.get("code").asString();
    }
}
