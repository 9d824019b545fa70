package io.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.motcua.dossier.complaints.Complaints;
import io.motcua.dossier.testing.Catalogue;
import io.motcua.dossier.testing.DossierServiceTest;
import io.motcua.platform.testing.Api;
import io.motcua.platform.testing.Api.Answer;
import io.motcua.platform.testing.Tokens;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import tools.jackson.databind.JsonNode;

/** Who is not content says so, once, and is answered. */
class ComplaintTests extends DossierServiceTest {

    private static final String COMPLAINTS = "/api/v1/agencies/H37/complaints";

    @Autowired
    Complaints complaints;

    @Autowired
    MongoTemplate mongo;

    @Test
    void a_complaint_about_ones_dossier_is_taken_up_and_answered_by_a_leader() {
        var dossier = submitted();
        var before = complained();
        var filed = ok(citizen().post(COMPLAINTS, words("COMPLAINT", dossier)), 201);
        var id = filed.body().path("id").asString();
        assertThat(filed.header("Location")).endsWith(COMPLAINTS + "/" + id);
        assertThat(filed.body().at("/kind/name/vi").asString()).isEqualTo("Khiếu nại");
        assertThat(filed.body().path("dueAt").asString())
                .isGreaterThan(filed.body().path("filedAt").asString());
        assertThat(actions(filed)).containsExactly("withdrawal");

        refused(step("specialist", id, "answer", reply()), 403, "forbidden");
        refused(step("leader", id, "answer", reply()), 409, "complaint-step-refused");
        ok(step("receptionist", id, "handling", Map.of("unit", Catalogue.UNIT)), 200);
        refused(
                staff("leader").ifMatch(filed.revision()).post(COMPLAINTS + "/" + id + "/answer", reply()),
                412,
                "stale");
        refused(staff("leader").post(COMPLAINTS + "/" + id + "/answer", reply()), 428, "precondition-required");
        ok(step("leader", id, "answer", reply()), 200);

        var shown = ok(citizen().get(COMPLAINTS + "/" + id), 200);
        assertThat(shown.body().at("/state/code").asString()).isEqualTo("ANSWERED");
        assertThat(shown.body().at("/answer/words").asString()).isEqualTo("Đã nhắc nhở cán bộ");
        assertThat(shown.body().at("/answer/finding").asString()).isEqualTo("UPHELD");
        assertThat(actions(shown)).isEmpty();
        assertThat(ids(ok(citizen().get("/api/v1/me/complaints?limit=200"), 200)))
                .contains(id);
        assertThat(ids(ok(staff("auditor").get(COMPLAINTS + "?state=ANSWERED&limit=200"), 200)))
                .contains(id);
        refused(step(citizen(), id, "withdrawal", Map.of()), 409, "complaint-step-refused");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(complained()).isEqualTo(before + 1));
    }

    @Test
    void what_was_said_is_sealed_and_stands_in_no_history() {
        var dossier = submitted();
        var id = ok(citizen().post(COMPLAINTS, words("FEEDBACK", dossier)), 201)
                .body()
                .path("id")
                .asString();
        ok(step("receptionist", id, "handling", Map.of("unit", Catalogue.UNIT)), 200);
        ok(step("specialist", id, "answer", reply()), 200);

        var stored = String.valueOf(mongo.findById(id, Document.class, "complaints"));
        assertThat(stored).contains(Catalogue.UNIT).doesNotContain("Cán bộ hẹn", "Đã nhắc nhở");
    }

    @Test
    void of_each_kind_one_about_a_dossier_and_a_few_on_a_day_about_an_agency() throws Exception {
        var dossier = submitted();
        ok(citizen().post(COMPLAINTS, words("FEEDBACK", dossier)), 201);
        refused(citizen().post(COMPLAINTS, words("FEEDBACK", dossier)), 409, "complained-already");
        ok(citizen().post(COMPLAINTS, words("PROPOSAL", dossier)), 201);

        var another = api.as(Tokens.citizen("020190006666"));
        try (var clients = Executors.newFixedThreadPool(8)) {
            var answers = IntStream.range(0, 8)
                    .mapToObj(_ -> clients.submit(() -> another.post(COMPLAINTS, words("PROPOSAL", null))))
                    .toList();
            int filed = 0;
            for (var it : answers) {
                var answer = it.get();
                if (answer.status() == 201) {
                    filed++;
                } else {
                    refused(answer, 429, "too-many-complaints");
                    assertThat(answer.header("Retry-After")).isNotBlank();
                }
            }
            assertThat(filed).isEqualTo(3);
        }
    }

    @Test
    void a_complaint_that_is_withdrawn_or_declined_counts_against_nobody() {
        var dossier = submitted();
        settled();
        var before = complained();
        var first = id(citizen().post(COMPLAINTS, words("FEEDBACK", dossier)));
        var second = id(citizen().post(COMPLAINTS, words("PROPOSAL", dossier)));
        await().atMost(Duration.ofSeconds(20)).until(() -> complained() == before + 2);
        ok(step(citizen(), first, "withdrawal", Map.of()), 200);
        ok(step("leader", second, "refusal", Map.of("reason", "Không thuộc thẩm quyền")), 200);
        await().atMost(Duration.ofSeconds(20)).until(() -> complained() == before);
        assertThat(ok(citizen().get(COMPLAINTS + "/" + second), 200)
                        .body()
                        .at("/answer/words")
                        .asString())
                .isEqualTo("Không thuộc thẩm quyền");
    }

    @Test
    void it_is_ones_own_dossier_that_one_complains_about() {
        var dossier = submitted();
        var another = api.as(Tokens.citizen("020190007777"));
        refused(another.post(COMPLAINTS, words("FEEDBACK", dossier)), 404, "not-found");
        refused(citizen().post(COMPLAINTS, words("FEEDBACK", begin(Catalogue.BIRTH))), 409, "transition-refused");
        var id = id(citizen().post(COMPLAINTS, words("FEEDBACK", dossier)));
        refused(another.get(COMPLAINTS + "/" + id), 404, "not-found");
        refused(api.as(Tokens.staff("H34", "leader")).get(COMPLAINTS + "/" + id), 404, "not-found");
        assertThat(ids(ok(another.get("/api/v1/me/complaints"), 200))).isEmpty();
        refused(api.post(COMPLAINTS, words("FEEDBACK", dossier)), 401, "unauthenticated");
        refused(citizen().get(COMPLAINTS), 403, "forbidden");
        refused(
                another.post(COMPLAINTS, Map.of("kind", "FEEDBACK", "unit", "000.00.99.H37", "words", "x")),
                422,
                "unit-unknown");
        refused(step("receptionist", id, "handling", Map.of("unit", "000.00.99.H37")), 422, "unit-unknown");
        for (var wrong : List.of(
                Map.of("kind", "FEEDBACK", "words", " "),
                Map.of("kind", "FEEDBACK", "words", "x".repeat(4_001)),
                Map.of("words", "x"))) {
            refused(another.post(COMPLAINTS, wrong), 422, "invalid-field");
        }
    }

    private static Map<String, Object> words(String kind, @Nullable String dossier) {
        var words = new HashMap<String, Object>();
        words.put("kind", kind);
        words.put("words", "Cán bộ hẹn ba lần");
        if (dossier != null) {
            words.put("dossier", dossier);
        }
        return words;
    }

    private static Map<String, Object> reply() {
        return Map.of("finding", "UPHELD", "words", "Đã nhắc nhở cán bộ");
    }

    private Answer step(String role, String id, String step, Object body) {
        return step(staff(role), id, step, body);
    }

    private static Answer step(Api who, String id, String step, Object body) {
        var read = who.get(COMPLAINTS + "/" + id);
        return who.ifMatch(read.revision()).post(COMPLAINTS + "/" + id + "/" + step, body);
    }

    private void settled() {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> complaints.uncounted().isEmpty());
    }

    private long complained() {
        settled();
        return ok(staff("leader").get("/api/v1/agencies/H37/kpis"), 200)
                .body()
                .at("/total/complaints")
                .asLong();
    }

    private static String id(Answer filed) {
        return ok(filed, 201).body().path("id").asString();
    }

    private static Stream<String> actions(Answer answer) {
        return answer.body()
                .path("actions")
                .valueStream()
                .map(it -> it.path("name").asString());
    }

    private static List<String> ids(Answer answer) {
        return answer.body()
                .path("items")
                .valueStream()
                .map((JsonNode it) -> it.path("id").asString())
                .toList();
    }
}
