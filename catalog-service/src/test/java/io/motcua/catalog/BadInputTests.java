package io.motcua.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.motcua.platform.testing.Api;
import io.motcua.platform.testing.Api.Answer;
import io.motcua.platform.testing.ServiceTest;
import io.motcua.platform.testing.Tokens;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What no service must fall over. */
@ServiceTest
class BadInputTests {

    private static final String SERVICES = "/api/v1/agencies/H92/services";

    @Autowired
    Api api;

    private Api editor;

    @BeforeEach
    void agency() {
        SampleData.agency(api, "H92", "XX");
        editor = api.as(Tokens.staff("H92", "catalogue-editor"));
    }

    @Test
    void malformed_json() {
        refused(begin("{\"names\":"), 400, "malformed-body");
        refused(begin("[]"), 400, "malformed-body");
        refused(begin("{\"validFrom\":\"hôm qua\"}"), 400, "malformed-body");
    }

    @Test
    void unknown_field() {
        var refused = begin("{\"colour\":\"red\"}");
        refused(refused, 400, "unknown-field");
        assertThat(refused.body().at("/errors/0/pointer").asString()).isEqualTo("/colour");
    }

    @Test
    void nulls_where_none_belong() {
        refused(
                begin("{\"audiences\":[\"CITIZEN\",\"KING\"],\"channels\":[{}],\"components\":[{}]}"),
                422,
                "invalid-field");
        assertThat(begin("{\"audiences\":[null],\"channels\":[null],\"legalBasis\":null}")
                        .status())
                .isLessThan(500);
        assertThat(begin("null").status()).isEqualTo(400);
    }

    @Test
    void unknown_agency_or_service() {
        refused(api.get("/api/v1/agencies/Z99"), 404, "unknown-agency");
        refused(api.get("/api/v1/agencies/Z99/units"), 404, "unknown-agency");
        refused(api.get("/api/v1/agencies/Z99/calendars"), 404, "unknown-agency");
        refused(api.get("/api/v1/agencies/Z99/services"), 404, "unknown-agency");
        refused(api.get("/api/v1/agencies/Z99/services/stats"), 404, "unknown-agency");
        refused(api.get("/api/v1/agencies/Z99/services/1.001193"), 404, "unknown-agency");
        refused(api.get(SERVICES + "/1.001193"), 404, "unknown-service");
        refused(
                SampleData.csv(api).post("/api/v1/agencies/Z99/services/import", "code\n1.001193"),
                404,
                "unknown-agency");
        refused(editor.get(SERVICES + "/1.001194/draft"), 404, "no-draft");
        refused(editor.ifMatch(1).post(SERVICES + "/1.001194/publication", null), 404, "no-draft");
        refused(
                editor.ifMatch(1).post(SERVICES + "/1.001193/versions/1/withdrawal", "{\"reason\":\"x\"}"),
                404,
                "unknown-service");
    }

    @Test
    void parameters_of_the_wrong_form() {
        refused(api.get("/api/v1/rollout?asOf=2021-13-01"), 400, "invalid-parameter");
        refused(api.get(SERVICES + "/stats?asOf=gestern"), 400, "invalid-parameter");
        refused(api.get(SERVICES + "?limit=0"), 400, "invalid-parameter");
        refused(api.get(SERVICES + "?cursor=%25%25"), 400, "invalid-parameter");
        refused(api.get(SERVICES + "/1.001193?version=x"), 400, "invalid-parameter");
        refused(editor.header("If-Match", "x").put(SERVICES + "/1.001193/draft", "{}"), 400, "invalid-parameter");
        refused(
                editor.header("If-None-Match", "\"1\"").put(SERVICES + "/1.001193/draft", "{}"),
                400,
                "invalid-parameter");
    }

    @Test
    void no_expired_forged_or_foreign_token() {
        refused(api.header("If-None-Match", "*").put(SERVICES + "/1.001193/draft", "{}"), 401, "unauthenticated");
        for (var token : Arrays.asList(Tokens.expired(), Tokens.forged(), Tokens.foreign(), Tokens.misdirected())) {
            refused(
                    api.as(token).header("If-None-Match", "*").put(SERVICES + "/1.001193/draft", "{}"),
                    401,
                    "unauthenticated");
        }
        refused(api.get("/api/v1/agencies/H92/staff"), 401, "unauthenticated");
    }

    @Test
    void wrong_role() {
        for (var token : Arrays.asList(
                Tokens.citizen("020190001234"),
                Tokens.staff("H92", "receptionist"),
                Tokens.staff("H37", "catalogue-editor"))) {
            refused(
                    api.as(token).header("If-None-Match", "*").put(SERVICES + "/1.001193/draft", "{}"),
                    403,
                    "forbidden");
        }
        refused(api.as(Tokens.citizen("020190001234")).get("/api/v1/agencies/H92/staff"), 403, "forbidden");
        refused(api.as(Tokens.staff("H37", "receptionist")).get("/api/v1/agencies/H92/staff"), 403, "forbidden");
    }

    @Test
    void missing_request_key() {
        refused(
                SampleData.csv(api).withoutKey().post(SERVICES + "/import", "code\n1.001193"),
                400,
                "request-key-required");
        refused(SampleData.ndjson(api).withoutKey().post("/api/v1/agencies/import", "{}"), 400, "request-key-required");
    }

    @Test
    void wrong_media_type_and_method() {
        refused(api.as(Tokens.operator()).post(SERVICES + "/import", "{}"), 415, "unsupported-media-type");
        refused(api.as(Tokens.operator()).delete("/api/v1/rollout"), 405, "method-not-allowed");
        refused(api.header("Accept", "image/png").get("/api/v1/rollout"), 406, "not-acceptable");
    }

    @Test
    void too_large() {
        refused(begin("{\"source\":\"" + "x".repeat(300_000) + "\"}"), 413, "too-large");
        refused(SampleData.csv(api).post(SERVICES + "/import", new byte[12 * 1024 * 1024]), 413, "too-large");
    }

    private Answer begin(String draft) {
        return editor.header("If-None-Match", "*").put(SERVICES + "/1.001193/draft", draft);
    }

    private static void refused(Answer answer, int status, String problem) {
        assertThat(answer.status()).as("%s", answer).isEqualTo(status);
        assertThat(answer.problem()).isEqualTo(problem);
        assertThat(answer.body().path("title").asString()).isNotBlank();
        assertThat(answer.body().path("trace").isMissingNode()).isTrue();
    }
}
