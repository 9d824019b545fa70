package io.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import io.motcua.dossier.testing.Catalogue;
import io.motcua.dossier.testing.DossierServiceTest;
import io.motcua.events.dossier.DossierAccepted;
import io.motcua.platform.testing.Api;
import io.motcua.platform.testing.Tokens;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import tools.jackson.databind.JsonNode;

/** One command for many dossiers. */
class BatchTests extends DossierServiceTest {

    private static final String BATCH = DOSSIERS + "/batch";

    @Autowired
    MongoTemplate mongo;

    @Test
    void each_item_has_its_own_outcome_and_a_refused_one_stops_no_other() {
        var first = submitted();
        var stale = submitted();
        var draft = begin(Catalogue.BIRTH);
        var assigned = processing();
        var blind = submitted();
        var last = submitted();

        var answer = ok(
                staff("receptionist")
                        .post(
                                BATCH,
                                batch(
                                        "accept",
                                        item(first),
                                        item(stale, revision(stale) + 1),
                                        item(draft, 0),
                                        item("nosuchdossier", 1),
                                        item(assigned),
                                        Map.of("dossier", blind),
                                        item(last))),
                200);

        assertThat(outcomes(answer))
                .extracting(it -> it.path("dossier").asString())
                .containsExactly(first, stale, draft, "nosuchdossier", assigned, blind, last);
        assertThat(outcomes(answer))
                .extracting(it -> it.path("status").asInt())
                .containsExactly(200, 412, 404, 404, 409, 428, 200);
        assertThat(outcomes(answer))
                .extracting(it -> it.at("/problem/type").asString("").replace("urn:motcua:problem:", ""))
                .containsExactly(
                        "", "stale", "not-found", "not-found", "transition-refused", "precondition-required", "");
        assertThat(answer.body().path("done").asInt()).isEqualTo(2);
        assertThat(answer.body().path("refused").asInt()).isEqualTo(5);
        assertThat(answer.body().at("/items/0/state/code").asInt()).isEqualTo(2);
        assertThat(answer.body().at("/items/0/revision").asLong()).isEqualTo(revision(first));
        assertThat(answer.body().at("/items/1/problem/instance").asString()).isEqualTo(DOSSIERS + "/" + stale);
        assertThat(answer.body().at("/items/1/problem/detail").asString()).isNotBlank();
        assertThat(Stream.of(first, stale, assigned, blind, last).map(this::status))
                .containsExactly(2, 1, 4, 1, 2);
        awaitEvent(DossierAccepted.TYPE, first);
        awaitEvent(DossierAccepted.TYPE, last);
    }

    @Test
    void an_items_own_body_goes_before_the_one_for_all() {
        var ready = Stream.generate(this::processing).limit(3).toList();
        ready.forEach(this::putResult);
        var own = new HashMap<>(item(ready.get(1)));
        own.put("body", Map.of("decisionNumber", "2/QĐ"));
        var wrong = new HashMap<>(item(ready.get(2)));
        wrong.put("body", Map.of("decisionNumber", ""));
        var batch = new HashMap<>(batch("approve", item(ready.get(0)), own, wrong));
        batch.put("body", Map.of("decisionNumber", "1/QĐ"));

        var answer = ok(staff("leader").post(BATCH, batch), 200);

        assertThat(outcomes(answer)).extracting(it -> it.path("status").asInt()).containsExactly(200, 200, 422);
        assertThat(answer.body().at("/items/2/problem/errors/0/pointer").asString())
                .isEqualTo("/items/2/body/decisionNumber");
        assertThat(dossier(ready.get(0)).at("/result/decisionNumber").asString())
                .isEqualTo("1/QĐ");
        assertThat(dossier(ready.get(1)).at("/result/decisionNumber").asString())
                .isEqualTo("2/QĐ");
        assertThat(status(ready.get(2))).isEqualTo(4);
    }

    @Test
    void the_table_says_who_may_give_the_command() {
        var id = submitted();

        var answer = ok(staff("leader").post(BATCH, batch("accept", item(id))), 200);

        assertThat(answer.body().at("/items/0/status").asInt()).isEqualTo(403);
        assertThat(status(id)).isEqualTo(1);
    }

    /** As after a crash between the last item and the answer: the key is known, what was answered is not. */
    @Test
    void a_repeat_takes_effect_once_whether_or_not_the_answer_was_kept() {
        var ids = Stream.generate(this::submitted).limit(3).toList();
        var batch = batch("accept", item(ids.get(0)), item(ids.get(1)), item(ids.get(2)));
        var once = staff("receptionist").key("batch-key");

        var first = ok(once.post(BATCH, batch), 200);
        var replayed = ok(once.post(BATCH, batch), 200);
        mongo.remove(new Query(), "requests");
        var again = ok(once.post(BATCH, batch), 200);

        assertThat(replayed.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(replayed.body()).isEqualTo(first.body());
        assertThat(again.header("Idempotency-Replayed")).isEmpty();
        assertThat(again.body()).isEqualTo(first.body());
        for (var id : ids) {
            assertThat(history(id))
                    .filteredOn(it -> it.path("type").asString().equals(DossierAccepted.TYPE.name()))
                    .hasSize(1);
        }
        refused(once.post(BATCH, batch("accept", item(ids.getFirst()))), 422, "request-key-reused");
    }

    @Test
    void what_is_wrong_with_the_whole_is_refused_before_anything_is_done() {
        var id = submitted();
        var receptionist = staff("receptionist");
        refused(receptionist.post(BATCH, batch("accept")), 422, "invalid-field");
        refused(receptionist.post(BATCH, batch("rate", item(id))), 400, "malformed-body");
        refused(receptionist.post(BATCH, Map.of("items", List.of(item(id)))), 422, "invalid-field");
        refused(receptionist.post(BATCH, batch("accept", item("../" + id, 1))), 422, "invalid-field");
        var many = IntStream.rangeClosed(0, 100)
                .mapToObj(i -> item("dossier" + i, 1))
                .toArray(Map[]::new);
        refused(receptionist.post(BATCH, batch("accept", many)), 422, "invalid-field");
        var wordless = receptionist.post(BATCH, batch("refuse", item(id)));
        refused(wordless, 422, "invalid-field");
        assertThat(wordless.body().at("/errors/0/pointer").asString()).isEqualTo("/body/reason");
        var strange = new HashMap<>(batch("accept", item(id)));
        strange.put("body", Map.of("now", true));
        refused(receptionist.post(BATCH, strange), 400, "unknown-field");
        var twice = receptionist.post(BATCH, batch("accept", item(id), item(id)));
        refused(twice, 422, "invalid-field");
        assertThat(twice.body().at("/errors/0/pointer").asString()).isEqualTo("/items/1/dossier");
        refused(receptionist.withoutKey().post(BATCH, batch("accept", item(id))), 400, "request-key-required");
        refused(citizen().post(BATCH, batch("accept", item(id))), 403, "forbidden");
        refused(api.as(Tokens.staff("H34", "receptionist")).post(BATCH, batch("accept", item(id))), 403, "forbidden");
        assertThat(status(id)).isEqualTo(1);
    }

    private long revision(String dossier) {
        return staff("receptionist").get(DOSSIERS + "/" + dossier).revision();
    }

    private Map<String, Object> item(String dossier) {
        return item(dossier, revision(dossier));
    }

    private static Map<String, Object> item(String dossier, long revision) {
        return Map.of("dossier", dossier, "revision", revision);
    }

    private static Map<String, Object> batch(String command, Map<?, ?>... items) {
        return Map.of("command", command, "items", List.of(items));
    }

    private static List<JsonNode> outcomes(Api.Answer answer) {
        return answer.body().path("items").valueStream().toList();
    }
}
