package io.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import io.motcua.dossier.personal.SealedStates;
import io.motcua.dossier.testing.Catalogue;
import io.motcua.dossier.testing.DossierServiceTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bson.Document;
import org.bson.json.JsonMode;
import org.bson.json.JsonWriterSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.test.context.TestPropertySource;

/**
 * How long lists and look-ups take beside 2,000 dossiers and beside as many as {@code -Dmany.dossiers} says (200000), on
 * the store that {@code MONGODB_URI} names. Prints its figures; they are kept in docs/stores.md.
 */
@EnabledIfSystemProperty(
        named = "many.dossiers",
        matches = "\\d+",
        disabledReason = "a measurement, -Dmany.dossiers=200000")
@TestPropertySource(properties = "motcua.dossiers.counted-every=1h")
class ManyDossiersTests extends DossierServiceTest {

    private static final int FEW = 2_000;
    /** So many are at hand, whatever has piled up behind them. */
    private static final int AT_WORK = 1_000;

    private static final int ASKED = 300;

    @Autowired
    MongoTemplate mongo;

    @Autowired
    SealedStates sealed;

    @Test
    void lists_and_lookups_take_as_long_beside_many_dossiers_as_beside_few() {
        int many = Integer.getInteger("many.dossiers");
        var model = mongo.findById(processing(), Document.class, "dossiers");
        fill(model, 0, FEW);
        measure("warm");
        var few = measure(Integer.toString(FEW));
        fill(model, FEW, many);
        measure("warm");
        var beside = measure(Integer.toString(many));

        few.forEach(
                (what, before) -> assertThat(beside.get(what)).as(what).isLessThan(Math.max(before * 1.5, before + 5)));
    }

    /** Copies of one dossier that hang together as it does, one every four minutes from now back. */
    private void fill(Document model, int from, int to) {
        var id = model.getString("_id");
        sealed.open(id, model.get("state", Document.class));
        model.put("history", List.of()); // no list reads it
        var text = model.toJson(
                JsonWriterSettings.builder().outputMode(JsonMode.EXTENDED).build());
        var batch = new ArrayList<Document>();
        var codes = new ArrayList<Document>();
        for (int i = from; i < to; i++) {
            var copy = Document.parse(text);
            var name = "copy%022d".formatted(i);
            var begun = Date.from(Instant.now().minus(Duration.ofMinutes(4L * i)));
            var code = "000.00.77.H37-200101-%06d".formatted(i);
            List.of("unpublished", "unanchored").forEach(copy::remove);
            copy.put("_id", name);
            copy.put("createdAt", begun);
            var state = copy.get("state", Document.class);
            List.of("slipsOwedSince", "alarmAt", "retainedSince").forEach(state::remove);
            state.put("code", code);
            state.put("status", i < AT_WORK ? "PROCESSING" : "RETURNED");
            state.get("applicant", Document.class).put("person", "person-" + i % Math.max(1, to / 3));
            state.get("assignment", Document.class).put("officer", "officer-" + i % 20);
            sealed.seal(name, state);
            batch.add(copy);
            codes.add(new Document("_id", code).append("agency", "H37").append("dossier", name));
            if (batch.size() == 1_000 || i == to - 1) {
                mongo.getCollection("dossiers").insertMany(batch);
                mongo.getCollection("codes").insertMany(codes);
                batch.clear();
                codes.clear();
            }
        }
        sealed.seal(id, model.get("state", Document.class));
    }

    /** @return by what was asked, the middle one of its times in milliseconds */
    private Map<String, Double> measure(String label) {
        var asked = new LinkedHashMap<String, String>();
        asked.put("all", DOSSIERS);
        asked.put("by status", DOSSIERS + "?status=4");
        asked.put("by unit and status", DOSSIERS + "?status=4&unit=" + Catalogue.UNIT);
        asked.put("by officer", DOSSIERS + "?assignee=officer-7");
        asked.put("by officer and status", DOSSIERS + "?status=4&assignee=officer-7");
        asked.put("by procedure", DOSSIERS + "?service=" + Catalogue.BIRTH);
        asked.put("by applicant", DOSSIERS + "?applicant=person-17");
        asked.put("by code", DOSSIERS + "?code=000.00.77.H37-200101-000017");
        asked.put("public look-up", "/api/v1/lookup/000.00.77.H37-200101-000017");
        var middle = new TreeMap<String, Double>();
        asked.forEach((what, path) -> {
            var times = new ArrayList<Double>();
            for (int i = 0; i < ASKED; i++) {
                var start = System.nanoTime();
                ok(staff("leader").get(path), 200);
                times.add((System.nanoTime() - start) / 1e6);
            }
            times.sort(null);
            middle.put(what, times.get(ASKED / 2));
            System.out.printf(
                    "many-dossiers | %s | %s | %.1f | %.1f%n",
                    label, what, times.get(ASKED / 2), times.get(ASKED * 99 / 100));
        });
        return middle;
    }
}
