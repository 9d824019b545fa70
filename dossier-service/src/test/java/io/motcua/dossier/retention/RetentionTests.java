package io.motcua.dossier.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.motcua.dossier.attachments.Contents;
import io.motcua.dossier.casework.Casework;
import io.motcua.dossier.casework.Dossiers;
import io.motcua.dossier.testing.Catalogue;
import io.motcua.dossier.testing.DossierServiceTest;
import io.motcua.platform.placement.Placements;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import tools.jackson.databind.JsonNode;

/** What is left of a dossier when the time of its personal data is over. */
class RetentionTests extends DossierServiceTest {

    @Autowired
    private Dossiers dossiers;

    @Autowired
    private Casework casework;

    @Autowired
    private Contents contents;

    @Autowired
    private Placements placements;

    @Autowired
    private MongoTemplate mongo;

    @Test
    void what_is_personal_goes_and_what_figures_and_registers_need_stays() {
        var id = returned();
        var before = dossier(id);
        var entries = all(id);
        var slip = ok(citizen().get(DOSSIERS + "/" + id + "/slips"), 200)
                .body()
                .at("/items/0/id")
                .asString();
        assertThat(files(id)).isPositive();

        sweep(Duration.ofDays(3 * 366));

        var after = dossier(id);
        assertThat(after.path("erasedAt").asString()).isNotBlank();
        assertThat(after.path("applicant").isEmpty()).isTrue();
        assertThat(after.path("form").isEmpty()).isTrue();
        assertThat(after.toString()).doesNotContain("Lan", CITIZEN_ID, "Cao Lộc", "tờ khai");
        for (var kept : List.of(
                "/code",
                "/service",
                "/status",
                "/channel",
                "/submittedAt",
                "/acceptedAt",
                "/dueAt",
                "/approvedAt",
                "/returnedAt",
                "/result/decisionNumber",
                "/rating/stars",
                "/assignment/unit")) {
            assertThat(after.at(kept)).as(kept).isEqualTo(before.at(kept));
        }
        assertThat(files(id)).isZero();
        var address = DOSSIERS + "/" + id;
        refused(
                citizen()
                        .get(address + "/attachments/"
                                + before.at("/attachments/0/id").asString()),
                410,
                "personal-data-erased");
        refused(citizen().get(address + "/result"), 410, "personal-data-erased");
        refused(staff("receptionist").get(address + "/slips/" + slip), 410, "personal-data-erased");
        assertThat(register(after.path("code").asString()))
                .contains("Thủ tục 1.004222")
                .doesNotContain("Lan");
        followed(entries, all(id));
    }

    @Test
    void what_has_ended_later_is_kept_and_what_is_erased_is_left_alone() {
        var id = returned();
        sweep(Duration.ofDays(300));
        assertThat(dossier(id).at("/applicant/name").asString()).isEqualTo("Nông Thị Lan");

        sweep(Duration.ofDays(3 * 366));
        var entries = history(id).size();
        var erased = dossier(id).path("erasedAt").asString();
        assertThat(sweep(Duration.ofDays(3 * 366))).isZero();

        assertThat(history(id)).hasSize(entries);
        assertThat(dossier(id).path("erasedAt").asString()).isEqualTo(erased);
        // Whoever asks is still told that there was a dossier, and may see who has read it.
        ok(citizen().get(DOSSIERS + "/" + id + "/accesses"), 200);
        ok(citizen().get(DOSSIERS + "/" + id + "/history/proof"), 200);
    }

    /** With the office's own entries, which applicants are not shown. */
    private List<JsonNode> all(String id) {
        return ok(staff("auditor").get(DOSSIERS + "/" + id + "/history"), 200)
                .body()
                .path("items")
                .valueStream()
                .toList();
    }

    /** The same chain, without the words. */
    private static void followed(List<JsonNode> before, List<JsonNode> after) {
        assertThat(after).hasSize(before.size() + 1);
        for (int i = 0; i < before.size(); i++) {
            assertThat(after.get(i).path("hash")).isEqualTo(before.get(i).path("hash"));
            assertThat(after.get(i).path("digest")).isEqualTo(before.get(i).path("digest"));
            assertThat(before.get(i).hasNonNull("data")).isTrue();
            assertThat(after.get(i).hasNonNull("data")).isFalse();
            assertThat(after.get(i).hasNonNull("salt")).isFalse();
        }
        assertThat(after.getLast().path("type").asString()).isEqualTo("personal-data-erased");
        assertThat(after.getLast().path("prev").asString())
                .isEqualTo(after.get(before.size() - 1).path("hash").asString());
    }

    private String returned() {
        var id = begin(Catalogue.RESIDENCE);
        ok(attach(citizen(), id, "CT01"), 201);
        submit(id);
        pay(id, "order-of-" + id);
        await().untilAsserted(() ->
                assertThat(dossier(id).at("/demands/0/paid").asBoolean()).isTrue());
        decide("receptionist", id, "acceptance", Map.of());
        decide("receptionist", id, "assignments", Map.of("unit", Catalogue.UNIT));
        putResult(id);
        decide("leader", id, "approval", Map.of("decisionNumber", "7/QĐ"));
        ok(command(citizen(), id, "return", Map.of("channel", "ONLINE")), 200);
        ok(command(citizen(), id, "rating", Map.of("stars", 4, "comment", "Lan cảm ơn")), 200);
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            var stored = mongo.getCollection("dossiers")
                    .find(new Document("_id", id))
                    .first();
            assertThat(stored).isNotNull().doesNotContainKey("unpublished");
            assertThat(stored.get("state", Document.class).get("slipsOwedSince"))
                    .isNull();
        });
        return id;
    }

    /** @return how many were erased, at a time so much later */
    private int sweep(Duration later) {
        var meters = new SimpleMeterRegistry();
        var rule = new RetentionSettings.Rule("H37", Catalogue.RESIDENCE, Period.ofYears(2));
        new Retention(
                        dossiers,
                        casework,
                        contents,
                        placements,
                        new RetentionSettings(List.of(rule)),
                        Clock.fixed(Instant.now().plus(later), ZoneOffset.UTC),
                        meters)
                .sweep();
        assertThat(meters.counter("motcua.retention.failed").count()).isZero();
        return (int) meters.counter("motcua.retention.erased").count();
    }

    private long files(String id) {
        return mongo.getCollection("contents.files").countDocuments(new Document("metadata.dossier", id));
    }

    private String register(String code) {
        var day = code.split("-")[1];
        var date = "20%s-%s-%s".formatted(day.substring(0, 2), day.substring(2, 4), day.substring(4, 6));
        var csv = ok(
                staff("leader")
                        .header("Accept", "text/csv")
                        .get("/api/v1/agencies/H37/registers?unit=" + Catalogue.UNIT + "&from=" + date + "&to=" + date),
                200);
        return new String(csv.bytes(), java.nio.charset.StandardCharsets.UTF_8)
                .lines()
                .filter(it -> it.contains(code))
                .findFirst()
                .orElseThrow();
    }
}
