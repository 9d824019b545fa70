package io.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import io.motcua.dossier.deadlines.WorkingCalendar;
import io.motcua.dossier.testing.DossierServiceTest;
import io.motcua.events.Contract;
import io.motcua.events.dossier.HistoriesAnchored;
import io.motcua.platform.anchors.Anchoring;
import io.motcua.platform.history.Actor;
import io.motcua.platform.history.CanonicalJson;
import io.motcua.platform.history.Chain;
import io.motcua.platform.testing.Tokens;
import io.motcua.verifier.Verifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;

/** What a citizen or a court finds out with the exported history and the verifier, when somebody has been at the store. */
class ProofTests extends DossierServiceTest {

    /** What lies in the export, for the verifier's own tests: written by {@code -Dproof.write=true}. */
    private static final Path SAMPLES = Path.of("../verifier/src/test/resources");

    @Autowired
    Anchoring anchoring;

    @Autowired
    MongoTemplate mongo;

    @TempDir
    Path folder;

    String dossier = "";

    @BeforeEach
    void a_dossier_that_is_anchored() {
        dossier = processing();
        putResult(dossier);
        // Each test anchors by the end of a later day, since a day is anchored once.
        var last = anchoring.of("H37", LocalDate.EPOCH, LocalDate.of(9999, 12, 31), 1_000).stream()
                .map(it -> LocalDate.parse(it.day()))
                .reduce(LocalDate.now(WorkingCalendar.VIETNAM), (a, b) -> a.isAfter(b) ? a : b);
        assertThat(anchoring.until(last.plusDays(2))).isPositive();
    }

    @Test
    void an_untouched_history_holds_for_the_citizen_and_hides_what_is_internal() throws IOException {
        assertThat(verified()).contains("verifier: holds").contains("holds    anchor of");
        var entries = exported().path("entries").valueStream().toList();
        assertThat(entries).anyMatch(it -> !it.has("type")).anyMatch(it -> it.has("data"));
        assertThat(entries.toString()).doesNotContain("result-put");
        var forStaff = staff("auditor").get(DOSSIERS + "/" + dossier + "/history/proof");
        assertThat(ok(forStaff, 200).body().path("entries").valueStream()).allMatch(it -> it.has("type"));
        if (Boolean.getBoolean("proof.write")) {
            for (var file : List.of("proof.json", "keys.json", "anchors.json")) {
                Files.copy(
                        folder.resolve(file), SAMPLES.resolve(file), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    @Test
    void nobody_else_gets_it() {
        refused(
                api.as(Tokens.citizen("020190009999")).get(DOSSIERS + "/" + dossier + "/history/proof"),
                404,
                "not-found");
        assertThat(api.get(DOSSIERS + "/" + dossier + "/history/proof").status())
                .isEqualTo(401);
    }

    @Test
    void altered_data_are_found() throws IOException {
        rewrite(history -> history.getFirst().put("data", "{\"service\":\"another\"}"));
        assertThat(verified()).contains("entry 1 has been altered: its data").contains("verifier: BROKEN");
    }

    @Test
    void an_entry_that_was_removed_or_put_in_is_found() throws IOException {
        rewrite(history -> history.remove(1));
        assertThat(verified()).contains("must be").contains("verifier: BROKEN");
    }

    @Test
    void a_rewriting_of_the_whole_after_its_anchor_is_found() throws IOException {
        rewrite(this::forge);
        assertThat(verified())
                .contains("the history was another one then")
                .doesNotContain("has been altered")
                .contains("verifier: BROKEN");
    }

    @Test
    void erased_data_leave_the_rest_verifiable() throws IOException {
        rewrite(history -> history.forEach(it -> {
            it.remove("data");
            it.remove("salt");
        }));
        assertThat(verified()).contains("verifier: holds");
    }

    @Test
    void anchors_are_announced_and_everybody_may_read_them_and_their_keys() {
        var event = events.awaitType(
                HistoriesAnchored.TYPE.topic(),
                HistoriesAnchored.TYPE.name(),
                it -> "H37".equals(it.headers().get("ce_agency")));
        Contract.assertSameShape(HistoriesAnchored.TYPE, event.bytes());
        var first = ok(api.get("/api/v1/agencies/H37/anchors?limit=1"), 200).body();
        assertThat(first.path("items").size()).isEqualTo(1);
        assertThat(ok(api.get("/api/v1/agencies/H37/anchors/keys"), 200).body().toString())
                .contains("\"kid\"")
                .doesNotContain("\"d\":");
        refused(api.get("/api/v1/agencies/H37/anchors?from=yesterday"), 400, "invalid-parameter");
        refused(api.get("/api/v1/agencies/H37/anchors?cursor=eA"), 400, "invalid-parameter");
    }

    /** With salts, digests and hashes that fit each other. */
    private void forge(List<Document> history) {
        var prev = Chain.start(dossier);
        for (var entry : history) {
            entry.put("salt", "00".repeat(16));
            entry.put("data", "{\"forged\":true}");
            var dataHash = Chain.salted(entry.getString("salt"), entry.getString("data"));
            var actor = entry.get("actor", Document.class);
            var digest = Chain.digest(
                    entry.getString("type"),
                    entry.getDate("at").toInstant(),
                    new Actor(actor.getString("key"), actor.getString("role")),
                    dataHash,
                    entry.getString("stateHash"));
            prev = Chain.hash(prev, entry.getLong("seq"), digest);
            entry.append("dataHash", dataHash).append("digest", digest).append("hash", prev);
        }
    }

    private void rewrite(java.util.function.Consumer<List<Document>> forger) {
        var dossiers = mongo.getCollection("dossiers");
        var document = dossiers.find(new Document("_id", dossier)).first();
        assertThat(document).isNotNull();
        forger.accept(document.getList("history", Document.class));
        dossiers.replaceOne(new Document("_id", dossier), document);
    }

    private tools.jackson.databind.JsonNode exported() {
        return ok(citizen().get(DOSSIERS + "/" + dossier + "/history/proof"), 200)
                .body();
    }

    private String verified() throws IOException {
        var files = Map.of(
                "proof.json", exported(),
                "keys.json",
                        ok(api.get("/api/v1/agencies/H37/anchors/keys"), 200).body(),
                "anchors.json",
                        ok(api.get("/api/v1/agencies/H37/anchors?limit=200"), 200)
                                .body());
        for (var file : files.entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), CanonicalJson.MAPPER.writeValueAsString(file.getValue()));
        }
        var out = new StringBuilder();
        int code = Verifier.run(
                List.of(
                        folder.resolve("proof.json").toString(),
                        "--keys",
                        folder.resolve("keys.json").toString(),
                        "--anchors",
                        folder.resolve("anchors.json").toString()),
                out);
        assertThat(code == Verifier.HOLDS).isEqualTo(out.toString().endsWith("verifier: holds\n"));
        return out.toString();
    }
}
