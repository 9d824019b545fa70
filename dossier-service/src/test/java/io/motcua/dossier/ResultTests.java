package io.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import io.motcua.dossier.casework.Dossiers;
import io.motcua.dossier.casework.ResultSigning;
import io.motcua.dossier.casework.Slip;
import io.motcua.dossier.testing.DossierServiceTest;
import io.motcua.dossier.testing.SignedPdf;
import io.motcua.dossier.testing.SigningKeys;
import io.motcua.dossier.testing.TestFiles;
import io.motcua.platform.history.Digest;
import io.motcua.platform.testing.Tokens;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import tools.jackson.databind.JsonNode;

/** The leader's signature on the result, and what anybody may ask about it. */
class ResultTests extends DossierServiceTest {

    private static final String RESULTS = "/api/v1/agencies/H37/results/";

    @Autowired
    MongoTemplate mongo;

    @Autowired
    ResultSigning signing;

    @Autowired
    Dossiers dossiers;

    @Test
    void a_result_is_signed_delivered_and_verified_by_anybody_who_holds_it() {
        var id = processing();
        var put = putResult(id).body();
        assertThat(put.at("/signature/format").isMissingNode()).isTrue();
        var early = Digest.sha256(PDF);
        refused(api.get(RESULTS + early), 404, "not-found");

        decide("leader", id, "approval", Map.of("decisionNumber", "12/QĐ-UBND"));

        var delivered = ok(citizen().get(DOSSIERS + "/" + id + "/result"), 200).bytes();
        assertThat(new SignedPdf(delivered).holds()).isTrue();
        var shown = dossier(id).path("result");
        assertThat(shown.path("sha256").asString()).isEqualTo(Digest.sha256(delivered));
        assertThat(shown.path("size").asInt()).isEqualTo(delivered.length);
        assertThat(shown.at("/signature/format").asString()).isEqualTo("PAdES-B-B");

        var byFile = ok(api.get(RESULTS + Digest.sha256(delivered)), 200);
        var byCode = ok(api.get(RESULTS + shown.at("/signature/mark").asString()), 200);
        assertThat(byCode.body()).isEqualTo(byFile.body());
        assertThat(byFile.body().path("sha256").asString()).isEqualTo(Digest.sha256(delivered));
        assertThat(byFile.body().at("/agency/name/vi").asString()).isNotBlank();
        assertThat(byFile.body().at("/unit/name/vi").asString()).isEqualTo("Sở Xây dựng");
        assertThat(byFile.body().path("decisionNumber").asString()).isEqualTo("12/QĐ-UBND");
        assertThat(byFile.body().path("issuedAt").asString())
                .isEqualTo(dossier(id).path("approvedAt").asString());
        assertThat(byFile.body().at("/signature/certificate")).isEqualTo(shown.at("/signature/certificate"));
        assertThat(new String(byFile.bytes()))
                .doesNotContain(id, CITIZEN_ID, "Lan", dossier(id).path("code").asString(), "mark");

        var entry = history(id).stream()
                .filter(it -> it.path("type").asString().equals("result-signed"))
                .findFirst()
                .orElseThrow();
        assertThat(entry.at("/data/sha256").asString()).isEqualTo(Digest.sha256(delivered));
        assertThat(new String(api.get("/actuator/prometheus").bytes()))
                .containsPattern("motcua_results_signed_total\\{[^}]*outcome=\"signed\"");
    }

    @Test
    void what_was_never_issued_and_what_is_not_issued_yet_are_answered_alike() {
        var id = processing();
        var put = putResult(id).body();

        var never = unknown("0".repeat(64));
        assertThat(unknown(put.path("sha256").asString())).isEqualTo(never);
        assertThat(unknown("0".repeat(32))).isEqualTo(never);
        assertThat(unknown("nothing-like-it")).isEqualTo(never);
        refused(api.get("/api/v1/agencies/H34/results/" + "0".repeat(64)), 404, "not-found");
    }

    private JsonNode unknown(String asked) {
        var answer = api.get(RESULTS + asked);
        refused(answer, 404, "not-found");
        return answer.body().path("title");
    }

    @Test
    void of_two_leaders_at_once_one_signs_and_nothing_of_the_other_stays() throws Exception {
        var id = processing();
        putResult(id);
        var revision = staff("leader").get(DOSSIERS + "/" + id).revision();
        var start = new CountDownLatch(1);
        List<Integer> answers;
        try (var leaders = Executors.newVirtualThreadPerTaskExecutor()) {
            var asked = Stream.of("1/QĐ", "2/QĐ", "3/QĐ")
                    .map(it -> leaders.submit(() -> {
                        start.await();
                        return command(staff("leader").ifMatch(revision), id, "approval", Map.of("decisionNumber", it))
                                .status();
                    }))
                    .toList();
            start.countDown();
            answers = new ArrayList<>();
            for (var it : asked) {
                answers.add(it.get());
            }
        }

        assertThat(answers).containsExactlyInAnyOrder(200, 412, 412);
        assertThat(contentsOf(id)).containsExactly(dossier(id).at("/result/id").asString());
    }

    @Test
    void a_crash_between_signature_and_decision_leaves_an_undecided_dossier() {
        var id = processing();
        putResult(id);
        var seen = dossiers.find("H37", id).orElseThrow().state();
        var orphan = Objects.requireNonNull(signing.sign(seen, Objects.requireNonNull(seen.result()), "leader"));

        assertThat(status(id)).isEqualTo(4);
        refused(citizen().get(DOSSIERS + "/" + id + "/result"), 404, "not-found");
        refused(api.get(RESULTS + orphan.sha256()), 404, "not-found");

        decide("leader", id, "approval", Map.of("decisionNumber", "5/QĐ"));
        assertThat(dossier(id).at("/result/sha256").asString()).isNotEqualTo(orphan.sha256());
        refused(api.get(RESULTS + orphan.sha256()), 404, "not-found");
        assertThat(new SignedPdf(citizen().get(DOSSIERS + "/" + id + "/result").bytes()).holds())
                .isTrue();
    }

    @Test
    void what_was_changed_in_the_store_is_not_signed() {
        var id = processing();
        var content = putResult(id).body().path("id").asString();
        var altered = PDF.clone();
        altered[altered.length - 1] ^= 1;
        mongo.getCollection("contents.chunks")
                .updateOne(
                        new Document("files_id", content),
                        new Document("$set", new Document("data", new Binary(altered))));
        var revision = staff("leader").get(DOSSIERS + "/" + id).revision();

        var answer = command(staff("leader").ifMatch(revision), id, "approval", Map.of("decisionNumber", "6/QĐ"));

        assertThat(answer.status()).isEqualTo(500);
        assertThat(status(id)).isEqualTo(4);
        assertThat(contentsOf(id)).containsExactly(content);
    }

    @Test
    void a_picture_is_no_result_where_results_are_signed() {
        var id = processing();
        var revision = staff("specialist").get(DOSSIERS + "/" + id).revision();

        var answer = staff("specialist")
                .ifMatch(revision)
                .header("Content-Type", "image/png")
                .put(DOSSIERS + "/" + id + "/result", TestFiles.picture("png"));

        refused(answer, 422, "result-not-signable");
        assertThat(answer.body().path("reason").asString()).isEqualTo("not-pdf");
        assertThat(contentsOf(id)).isEmpty();
        assertThat(dossier(id).at("/result/id").isMissingNode()).isTrue();
    }

    /** The key is read when it is needed: one that an operator takes away signs nothing more, without a restart. */
    @Test
    void a_leader_whose_key_cannot_be_read_decides_nothing() throws Exception {
        var id = processing();
        putResult(id);
        var leader = persons.of("020070000077");
        var broken = SigningKeys.ofH37().resolve("H37").resolve(leader + ".p12");
        Files.createDirectories(broken.getParent());
        Files.copy(SigningKeys.ofH37().resolve("H37.p12"), broken, StandardCopyOption.REPLACE_EXISTING);
        Files.writeString(broken.resolveSibling(leader + ".password"), "another password");
        var him = api.as(Tokens.staffMember("020070000077", "H37", "leader"));
        var revision = him.get(DOSSIERS + "/" + id).revision();

        var answer = command(him.ifMatch(revision), id, "approval", Map.of("decisionNumber", "7/QĐ"));

        refused(answer, 503, "signing-unavailable");
        assertThat(status(id)).isEqualTo(4);
        decide("leader", id, "approval", Map.of("decisionNumber", "8/QĐ"));
        assertThat(status(id)).isEqualTo(9);
    }

    /** Papers and results; slips are drawn up when there is time. */
    private List<String> contentsOf(String dossier) {
        return mongo
                .getCollection("contents.files")
                .find(new Document("metadata.dossier", dossier))
                .map(it -> it.getString("_id"))
                .into(new ArrayList<>())
                .stream()
                .filter(it -> slips(dossier).stream().noneMatch(it::startsWith))
                .toList();
    }

    private List<String> slips(String dossier) {
        return dossiers.find("H37", dossier).orElseThrow().state().slips().stream()
                .map(Slip::id)
                .toList();
    }
}
