package io.motcua.catalog.procedures;

import static org.assertj.core.api.Assertions.assertThat;

import io.motcua.catalog.SampleData;
import io.motcua.events.Contract;
import io.motcua.events.Topics;
import io.motcua.events.catalog.ProcedureVersionRecorded;
import io.motcua.platform.testing.Api;
import io.motcua.platform.testing.Api.Answer;
import io.motcua.platform.testing.Events;
import io.motcua.platform.testing.ServiceTest;
import io.motcua.platform.testing.Tokens;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/** From a first draft to a withdrawn version. */
@ServiceTest
class EditingTests {

    private static final String SERVICES = "/api/v1/agencies/H90/services/";

    @Autowired
    Api api;

    @Autowired
    Events events;

    private Api editor;
    private String code;

    @BeforeEach
    void agency() {
        SampleData.agency(api, "H90", "TT");
        editor = api.as(Tokens.staff("H90", "catalogue-editor"));
        code = "TT-SUA-" + Math.abs(UUID.randomUUID().hashCode() % 1_000_000);
    }

    @Test
    void a_draft_becomes_a_version_and_the_world_is_told() {
        var begun = begin(draft("2024-01-01", 15_000));
        assertThat(begun.status()).as("%s", begun).isEqualTo(201);
        assertThat(begun.revision()).isEqualTo(1);
        assertThat(begun.body().path("unfinished")).isEmpty();
        assertThat(api.get(SERVICES + code).status()).isEqualTo(404);

        var published = editor.ifMatch(1).post(SERVICES + code + "/publication", null);

        assertThat(published.status()).as("%s", published).isEqualTo(201);
        assertThat(published.header("Location")).isEqualTo(SERVICES + code + "?version=1");
        var service = api.get(SERVICES + code).body();
        assertThat(service.path("version").asInt()).isEqualTo(1);
        assertThat(service.at("/channels/0/fees/0/amount/amount").asInt()).isEqualTo(15_000);
        var event = events.awaitType(
                Topics.CATALOG,
                ProcedureVersionRecorded.TYPE.name(),
                it -> it.key().equals("H90/" + code + "/1"));
        assertThat(event.headers()).containsEntry("ce_agency", "H90").containsEntry("ce_sequence", "1");
        Contract.assertSameShape(ProcedureVersionRecorded.TYPE, event.bytes());
    }

    @Test
    void an_unfinished_draft_is_kept_but_not_published() {
        var begun = begin("{\"names\":{\"vi\":\"Thủ tục thử\"}}");
        assertThat(begun.status()).as("%s", begun).isEqualTo(201);
        assertThat(begun.body().path("unfinished")).isNotEmpty();

        var refused = editor.ifMatch(1).post(SERVICES + code + "/publication", null);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.problem()).isEqualTo("invalid-field");
        assertThat(refused.body()
                        .path("errors")
                        .valueStream()
                        .map(it -> it.path("pointer").asString()))
                .contains("/tier", "/validFrom", "/eligibility/status");
        assertThat(editor.get(SERVICES + code + "/draft").revision()).isEqualTo(1);
    }

    @Test
    void a_new_version_from_a_later_day_leaves_the_old_one_to_its_own_days() {
        begin(draft("2021-01-01", 15_000));
        editor.ifMatch(1).post(SERVICES + code + "/publication", null);
        var again = begin(draft("2024-01-01", 0));
        assertThat(again.status()).as("%s", again).isEqualTo(201);
        editor.ifMatch(again.revision()).post(SERVICES + code + "/publication", null);

        assertThat(version("?asOf=2023-12-31")).isEqualTo(1);
        assertThat(version("?asOf=2024-01-01")).isEqualTo(2);
        assertThat(version("?version=1")).isEqualTo(1);
        assertThat(api.get(SERVICES + code + "?asOf=2020-12-31").status()).isEqualTo(404);
        assertThat(api.get(SERVICES + code + "?version=3").status()).isEqualTo(404);
    }

    @Test
    void who_decides_on_an_old_reading_is_told_so() {
        begin(draft("2024-01-01", 0));
        assertThat(editor.ifMatch(1)
                        .put(SERVICES + code + "/draft", draft("2024-01-01", 5_000))
                        .revision())
                .isEqualTo(2);

        assertThat(editor.ifMatch(1)
                        .put(SERVICES + code + "/draft", draft("2024-01-01", 9_000))
                        .problem())
                .isEqualTo("stale");
        assertThat(editor.ifMatch(1)
                        .post(SERVICES + code + "/publication", null)
                        .status())
                .isEqualTo(412);
        assertThat(editor.put(SERVICES + code + "/draft", draft("2024-01-01", 0))
                        .status())
                .isEqualTo(428);
        assertThat(editor.post(SERVICES + code + "/publication", null).status()).isEqualTo(428);
        assertThat(begin(draft("2024-01-01", 0)).problem()).isEqualTo("draft-exists");
        assertThat(editor.get(SERVICES + code + "/draft")
                        .body()
                        .at("/submission/channels/0/fees/0/amount/amount")
                        .asInt())
                .isEqualTo(5_000);
    }

    @Test
    void an_ineligible_service_needs_its_reason() {
        var refused = begin(draft("2024-01-01", 0).replace("\"ELIGIBLE\"", "\"INELIGIBLE\""));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()
                        .path("errors")
                        .valueStream()
                        .map(it -> it.path("code").asString()))
                .containsOnly("reason-required");
        var fine = begin(
                draft("2024-01-01", 0)
                        .replace(
                                "{\"status\":\"ELIGIBLE\"}",
                                "{\"status\":\"INELIGIBLE\",\"reasonCode\":\"PRESENCE_REQUIRED\",\"reasonText\":\"Phải có mặt\"}"));
        assertThat(fine.status()).as("%s", fine).isEqualTo(201);
    }

    @Test
    void the_same_publication_twice_is_one_version() {
        begin(draft("2024-01-01", 0));
        var key = UUID.randomUUID().toString();

        var first = editor.ifMatch(1).key(key).post(SERVICES + code + "/publication", null);
        var second = editor.ifMatch(1).key(key).post(SERVICES + code + "/publication", null);

        assertThat(first.status()).as("%s", first).isEqualTo(201);
        assertThat(second.bytes()).isEqualTo(first.bytes());
        assertThat(api.get(SERVICES + code + "?version=2").status()).isEqualTo(404);
    }

    @Test
    void a_withdrawal_is_a_record_and_the_version_stays() {
        begin(draft("2024-01-01", 0));
        var published = editor.ifMatch(1).post(SERVICES + code + "/publication", null);
        var path = SERVICES + code + "/versions/1/withdrawal";
        var body = "{\"lastDay\":\"2025-01-31\",\"reason\":\"Bãi bỏ\",\"decision\":\"12/QĐ-UBND\"}";

        assertThat(editor.post(path, body).status()).isEqualTo(428);
        assertThat(editor.ifMatch(9).post(path, body).status()).isEqualTo(412);
        assertThat(editor.ifMatch(1)
                        .post(path, "{\"reason\":\"x\",\"lastDay\":\"2999-01-01\"}")
                        .status())
                .isEqualTo(422);
        var withdrawn = editor.ifMatch(published.revision()).post(path, body);

        assertThat(withdrawn.status()).as("%s", withdrawn).isEqualTo(200);
        assertThat(withdrawn.body().path("status").asString()).isEqualTo("WITHDRAWN");
        assertThat(withdrawn.revision()).isEqualTo(2);
        assertThat(editor.ifMatch(2).post(path, body).problem()).isEqualTo("withdrawn-already");
        assertThat(version("?asOf=2025-01-31")).isEqualTo(1);
        assertThat(api.get(SERVICES + code + "?asOf=2025-02-01").status()).isEqualTo(404);
        var event = events.awaitType(
                Topics.CATALOG,
                ProcedureVersionRecorded.TYPE.name(),
                it -> it.key().equals("H90/" + code + "/1")
                        && it.data().path("status").asString().equals("WITHDRAWN"));
        assertThat(event.headers()).containsEntry("ce_sequence", "2");
        assertThat(event.data().path("validTo").asString()).isEqualTo("2025-01-31");
    }

    @Test
    void a_form_has_a_schema_and_a_paper_its_types() {
        var form =
                "{\"type\":\"object\",\"properties\":{\"copies\":{\"$ref\":\"#/$defs/n\"}},\"$defs\":{\"n\":{\"type\":\"integer\"}}}";
        var draft = draft("2024-01-01", 0)
                .replace("\"required\":true", "\"required\":true,\"contentTypes\":[\"image/png\"]")
                .replace("\"source\"", "\"form\":" + form + ",\"source\"");
        var begun = begin(draft);
        assertThat(begun.status()).as("%s", begun).isEqualTo(201);
        editor.ifMatch(1).post(SERVICES + code + "/publication", null);

        assertThat(api.get(SERVICES + code)
                        .body()
                        .at("/form/properties/copies/$ref")
                        .asString())
                .isEqualTo("#/$defs/n");
        var event = events.awaitType(
                Topics.CATALOG,
                ProcedureVersionRecorded.TYPE.name(),
                it -> it.key().equals("H90/" + code + "/1"));
        assertThat(JsonMapper.shared().readTree(event.data().path("form").asString()))
                .isEqualTo(JsonMapper.shared().readTree(form));
        assertThat(event.data().at("/components/0/contentTypes/0").asString()).isEqualTo("image/png");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'{\"type\":\"array\"}'|/form/type|unknown-value",
                "'[]'|/form/type|unknown-value",
                "'{\"type\":\"object\",\"properties\":{\"a\":{\"$ref\":\"https://evil.example/a\"}}}'|/form/properties/a/$ref|schema-reference",
                "'{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"number?\"}}}'|/form/properties/a/type|schema",
                "'{\"type\":\"object\",\"required\":\"a\"}'|/form/required|schema",
            })
    void a_schema_that_is_none_is_refused(String form, String pointer, String code) {
        var refusal = begin(draft("2024-01-01", 0).replace("\"source\"", "\"form\":" + form + ",\"source\""));
        assertThat(refusal.status()).as("%s", refusal).isEqualTo(422);
        assertThat(refusal.body().path("errors")).anySatisfy(it -> {
            assertThat(it.path("pointer").asString()).isEqualTo(pointer);
            assertThat(it.path("code").asString()).isEqualTo(code);
        });
    }

    private Answer begin(String draft) {
        return editor.header("If-None-Match", "*").put(SERVICES + code + "/draft", draft);
    }

    private int version(String query) {
        return api.get(SERVICES + code + query).body().path("version").asInt();
    }

    static String draft(String validFrom, long fee) {
        return """
                {"names":{"vi":"Thủ tục thử","en":"Test"},"tier":"PROVINCE","sector":"Thử","audiences":["CITIZEN"],
                 "levelScheme":"%s","levelCode":"%s","eligibility":{"status":"ELIGIBLE"},
                 "channels":[{"channel":"ONLINE","limit":{"amount":5,"unit":"WORKING_DAY"},
                   "fees":[{"kind":"FEE","name":"Lệ phí","amount":{"amount":%d,"currency":"VND"},"collectAt":"INTAKE"}]}],
                 "components":[{"id":"don","name":"Đơn","originals":1,"copies":0,"required":true}],
                 "receivingUnit":"000.00.01.H90","result":{"vi":"Giấy phép"},"legalBasis":["Luật"],
                 "validFrom":"%s","source":"test"}""".formatted(
                        validFrom.compareTo("2022-08-15") < 0 ? "32/2017/TT-BTTTT" : "42/2022/NĐ-CP",
                        validFrom.compareTo("2022-08-15") < 0 ? "4" : "TOAN_TRINH",
                        fee,
                        validFrom);
    }
}
