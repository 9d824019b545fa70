package io.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.motcua.dossier.forms.PdfA;
import io.motcua.dossier.lookup.LookupSecrets;
import io.motcua.dossier.testing.Catalogue;
import io.motcua.dossier.testing.DossierServiceTest;
import io.motcua.platform.history.Digest;
import io.motcua.platform.testing.Api;
import io.motcua.platform.testing.Tokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import tools.jackson.databind.JsonNode;

/** The official forms, each made with its decision, kept with the dossier, and word for word what the circular says. */
class SlipTests extends DossierServiceTest {

    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("HH 'giờ' mm 'phút, ngày' dd 'tháng' MM 'năm' yyyy");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("'ngày' dd 'tháng' MM 'năm' yyyy");

    @Autowired
    LookupSecrets secrets;

    @Autowired
    MongoTemplate mongo;

    @Test
    void each_decision_brings_its_form_with_it() {
        var id = begin(Catalogue.RESIDENCE);
        attach(citizen(), id, "CT01");
        submit(id);
        pay(id, "slips-" + id);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> dossier(id).at("/demands/0/paid").asBoolean());
        decide("receptionist", id, "acceptance", Map.of());
        decide("receptionist", id, "assignments", Map.of("unit", Catalogue.CROWDED_UNIT, "officer", "officer"));
        decide(
                "specialist",
                id,
                "supplement-requests",
                Map.of(
                        "items",
                        List.of("Bản sao sổ hộ khẩu", "Ảnh 4x6 <nền trắng>"),
                        "deadline",
                        "2027-01-31T17:30:00+07:00"));
        ok(command(citizen(), id, "supplements", Map.of()), 200);
        var due = Instant.parse(dossier(id).path("dueAt").asString());
        decide(
                "leader",
                id,
                "apologies",
                Map.of(
                        "reason",
                        "quá tải hồ sơ",
                        "newDueAt",
                        due.plus(Duration.ofDays(3)).toString()));
        putResult(id);
        decide("leader", id, "approval", Map.of("decisionNumber", "12/QĐ-UBND"));
        ok(command(staff("receptionist"), id, "return", Map.of("channel", "ONLINE")), 200);

        var filed = awaitFiled(id, 6);
        assertThat(filed)
                .extracting(it -> it.path("form").asString())
                .containsExactly("01", "05", "02", "04", "05", "05");
        assertThat(slips(citizen(), id))
                .extracting(it -> it.path("form").asString())
                .containsExactly("01", "02", "04");
        for (var slip : filed) {
            var document = ok(staff("auditor").get(self(slip)), 200);
            assertThat(document.header("Content-Type")).isEqualTo("application/pdf");
            assertThat(document.header("Content-Disposition"))
                    .startsWith("attachment")
                    .contains("mau-");
            assertThat(document.header("ETag")).contains(slip.path("sha256").asString());
            assertThat(Digest.sha256(document.bytes()))
                    .isEqualTo(slip.path("sha256").asString());
            keep(slip, document.bytes());
            PdfA.assertConforms(document.bytes());
        }
        same(filed.get(0), id);
        same(filed.get(2), id);
        same(filed.get(3), id);
        same(filed.getLast(), id);
        assertThat(PdfA.pages(pdf(filed.get(0)))).isEqualTo(1);
        refused(citizen().get(self(filed.get(1))), 404, "not-found");
        refused(api.as(Tokens.citizen("020190009999")).get(self(filed.get(0))), 404, "not-found");
        refused(api.get(self(filed.get(0))), 401, "unauthenticated");

        var entries = ok(staff("auditor").get(DOSSIERS + "/" + id + "/history"), 200)
                .body()
                .path("items")
                .valueStream()
                .toList();
        assertThat(entries.stream().filter(it -> it.path("type").asString().equals("slip-filed")))
                .hasSize(6)
                .allSatisfy(it -> assertThat(entries)
                        .anyMatch(decision -> decision.path("id")
                                .asString()
                                .equals(it.at("/data/entry").asString())))
                .extracting(it -> it.at("/data/sha256").asString())
                .containsExactlyInAnyOrderElementsOf(
                        filed.stream().map(it -> it.path("sha256").asString()).toList());
        assertThat(history(id).stream().filter(it -> it.path("type").asString().equals("slip-filed")))
                .as("the control slips stay in the office")
                .hasSize(3);
    }

    @Test
    void a_refusal_says_why() {
        var id = submitted();
        decide("receptionist", id, "refusal", Map.of("reason", "Hồ sơ đã nộp ngày hôm trước.\nKhông nộp hai lần."));

        var slip = slips(citizen(), id).getFirst();
        var document = ok(citizen().get(self(slip)), 200).bytes();
        keep(slip, document);
        PdfA.assertConforms(document);
        same(slip, id);
    }

    @Test
    void a_dossier_from_before_there_were_slips_goes_on() {
        var id = submitted();
        mongo.getCollection("dossiers")
                .updateOne(new Document("_id", id), new Document("$unset", new Document("state.slips", "")));

        assertThat(slips(citizen(), id)).isEmpty();
        decide("receptionist", id, "acceptance", Map.of());
        assertThat(awaitFiled(id, 1).getFirst().path("form").asString()).isEqualTo("01");
    }

    /** What a crash between the decision and the document leaves behind: an owed slip and nothing else. */
    @Test
    void what_a_crash_left_undone_is_made_up_for_once() throws InterruptedException {
        var id = submitted();
        decide("receptionist", id, "acceptance", Map.of());
        var first = awaitFiled(id, 1).getFirst();
        mongo.getCollection("dossiers")
                .updateOne(
                        new Document("_id", id),
                        new Document("$unset", new Document("state.slips.0.file", ""))
                                .append(
                                        "$set",
                                        new Document(
                                                "state.slipsOwedSince",
                                                Date.from(Instant.now().minusSeconds(60)))));
        assertThat(mongo.getCollection("dossiers")
                        .updateOne(
                                new Document("_id", id).append("history.type", "slip-filed"),
                                new Document("$pull", new Document("history", new Document("type", "slip-filed"))))
                        .getModifiedCount())
                .isEqualTo(1);

        var slip = first.path("id").asString();
        var before = contents(slip);

        // Many ask for it at once while the sweeper finds it: whoever is first files it, and all get the same.
        try (var clerks = Executors.newVirtualThreadPerTaskExecutor()) {
            var asked = clerks.invokeAll(Collections.nCopies(6, (Callable<byte[]>) () -> pdf(first)));
            assertThat(asked.stream().map(it -> Digest.sha256(it.resultNow())).distinct())
                    .hasSize(1);
        }
        var again = awaitFiled(id, 1).getFirst();
        assertThat(again.path("id").asString()).isEqualTo(slip);
        await("what the others drew up is gone")
                .atMost(Duration.ofSeconds(20))
                .until(() -> contents(slip) == before + 1);
        assertThat(PdfA.text(pdf(again))).contains("GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ");
        assertThat(history(id).stream().filter(it -> it.path("type").asString().equals("slip-filed")))
                .hasSize(1);
    }

    private long contents(String slip) {
        return mongo.getCollection("contents.files")
                .countDocuments(new Document("_id", new Document("$regex", "^" + slip + "-")));
    }

    private void same(JsonNode slip, String id) {
        var form = slip.path("form").asString();
        var dossier = dossier(id);
        var entries = history(id);
        var deadline = ok(citizen().get(DOSSIERS + "/" + id + "/deadline"), 200).body();
        var acceptedAt = dossier.path("acceptedAt").asString(null);
        var expected = resource("/slips/" + form + ".txt")
                .replace("{code}", dossier.path("code").asString())
                .replace("{secret}", secrets.of(id))
                .replace("{today}", on(DAY, slip.path("issuedAt").asString()))
                .replace("{acceptedAt}", on(MOMENT, acceptedAt))
                .replace("Ngày {acceptedOn}", on(DAY, acceptedAt).replace("ngày", "Ngày"))
                .replace("{firstDueAt}", on(MOMENT, data(entries, "accepted", "dueAt")))
                .replace("{dueAt}", on(MOMENT, deadline.path("dueAt").asString(null)))
                .replace("{newDueAt}", on(MOMENT, data(entries, "apology-issued", "newDueAt")))
                .replaceAll("\\s+", " ")
                .strip();
        var text = PdfA.text(pdf(slip));
        if (form.equals("05")) {
            // What the hand-overs have in common is their form; the minutes are the test's.
            text = text.replaceAll("\\d\\d giờ \\d\\d phút, ngày \\d\\d tháng \\d\\d năm \\d{4}", "MOMENT");
        }
        assertThat(text).isEqualTo(expected);
    }

    private static @Nullable String data(List<JsonNode> history, String event, String field) {
        return history.stream()
                .filter(it -> it.path("type").asString().equals("io.motcua.dossier." + event + ".v1"))
                .map(it -> it.path("data").path(field).asString(null))
                .findFirst()
                .orElse(null);
    }

    private static String on(DateTimeFormatter format, @Nullable String instant) {
        return instant == null ? "" : format.format(Instant.parse(instant).atZone(VIETNAM));
    }

    private List<JsonNode> awaitFiled(String id, int many) {
        var filed = new ArrayList<JsonNode>();
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            filed.clear();
            filed.addAll(slips(staff("auditor"), id));
            assertThat(filed).hasSize(many).allMatch(it -> it.path("sha256").isString());
        });
        return filed;
    }

    private static List<JsonNode> slips(Api who, String id) {
        return ok(who.get(DOSSIERS + "/" + id + "/slips"), 200)
                .body()
                .path("items")
                .valueStream()
                .toList();
    }

    private byte[] pdf(JsonNode slip) {
        return ok(staff("auditor").get(self(slip)), 200).bytes();
    }

    private static String self(JsonNode slip) {
        return slip.at("/links/self").asString();
    }

    /** For eyes: what the forms look like. */
    private static void keep(JsonNode slip, byte[] document) {
        try {
            var directory = Files.createDirectories(Path.of("target/slips"));
            Files.write(directory.resolve("mau-" + slip.path("form").asString() + ".pdf"), document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String resource(String path) {
        try (var in = SlipTests.class.getResourceAsStream(path)) {
            return new String(Objects.requireNonNull(in, path).readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
