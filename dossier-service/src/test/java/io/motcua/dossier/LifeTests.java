package io.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.motcua.dossier.testing.Catalogue;
import io.motcua.dossier.testing.DossierServiceTest;
import io.motcua.events.dossier.ApologyIssued;
import io.motcua.events.dossier.DossierAccepted;
import io.motcua.events.dossier.DossierRated;
import io.motcua.events.dossier.DossierSubmitted;
import io.motcua.events.dossier.PaymentDemanded;
import io.motcua.platform.privacy.Envelopes;
import io.motcua.platform.testing.Tokens;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import tools.jackson.databind.JsonNode;

/** Dossiers from draft to rating, over HTTP, with the real broker. */
class LifeTests extends DossierServiceTest {

    @Autowired
    Envelopes envelopes;

    @Value("${local.server.port}")
    int port;

    @Test
    void a_whole_life() {
        var id = begin(Catalogue.RESIDENCE);
        assertThat(actions(dossier(id))).contains("amend", "attach", "submit").doesNotContain("accept");
        refused(command(citizen(), id, "submission", Map.of()), 422, "components-missing");
        var attached = ok(attach(citizen(), id, "CT01"), 201);
        assertThat(attached.body().path("name").asString()).isEqualTo("tờ khai.pdf");
        submit(id);

        var submitted = dossier(id);
        assertThat(submitted.at("/status/code").asInt()).isEqualTo(1);
        assertThat(submitted.at("/status/name/vi").asString()).isEqualTo("Mới đăng ký");
        assertThat(submitted.path("code").asString()).matches("000\\.00\\.15\\.H37-\\d{6}-\\d{4,}");
        assertThat(submitted.at("/form/place.of$birth").asString()).isEqualTo("Cao Lộc");
        assertThat(submitted.at("/demands/0/amount/amount").asLong()).isEqualTo(10_000);
        assertThat(submitted.at("/demands/0/paid").asBoolean()).isFalse();

        var read = staff("receptionist").get(DOSSIERS + "/" + id);
        assertThat(actions(read.body())).contains("accept", "refuse", "request-supplement");
        refused(command(staff("receptionist").ifMatch(read.revision()), id, "acceptance", Map.of()), 409, "fee-unpaid");
        pay(id, "order-" + id);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> dossier(id).at("/demands/0/paid").asBoolean());

        var accepted = ok(command(staff("receptionist").ifMatch(read.revision()), id, "acceptance", Map.of()), 200);
        assertThat(accepted.body().path("dueAt").asString()).isNotBlank();
        decide("receptionist", id, "assignments", Map.of("unit", Catalogue.UNIT, "officer", "some-officer"));
        putResult(id);
        refused(citizen().get(DOSSIERS + "/" + id + "/result"), 404, "not-found");
        decide("leader", id, "approval", Map.of("decisionNumber", "12/QĐ-UBND"));

        var result = ok(citizen().get(DOSSIERS + "/" + id + "/result"), 200);
        assertThat(result.bytes()).startsWith(PDF); // with the signature behind it
        assertThat(result.header("Content-Disposition")).startsWith("attachment");
        ok(command(staff("receptionist"), id, "return", Map.of("channel", "ONLINE")), 200);
        ok(command(citizen(), id, "rating", Map.of("stars", 5, "comment", "nhanh")), 200);
        refused(command(citizen(), id, "rating", Map.of("stars", 1)), 409, "rated-already");

        assertThat(status(id)).isEqualTo(10);
        assertThat(dossier(id).at("/publicStatus/code").asString()).isEqualTo("returned");
        awaitEvent(DossierRated.TYPE, id);
        assertThat(decisions(history(id)).stream().map(it -> it.path("type").asString()))
                .containsExactly(
                        "draft-opened",
                        "attachment-added",
                        "io.motcua.dossier.submitted.v1",
                        "io.motcua.dossier.payment-demanded.v1",
                        "payment-noted",
                        "io.motcua.dossier.accepted.v1",
                        "io.motcua.dossier.assigned.v1",
                        "io.motcua.dossier.approved.v1",
                        "result-signed",
                        "io.motcua.dossier.returned.v1",
                        "io.motcua.dossier.rated.v1");
        var all = ok(staff("auditor").get(DOSSIERS + "/" + id + "/history"), 200)
                .body()
                .path("items");
        assertThat(decisions(all.valueStream().toList())).hasSize(12);
        for (int i = 1; i < all.size(); i++) {
            assertThat(all.get(i).path("prev")).isEqualTo(all.get(i - 1).path("hash"));
        }
        assertThat(all.get(5).at("/actor/role").asString()).isEqualTo("receptionist");
    }

    @Test
    void the_address_travels_sealed_for_the_one_who_writes_to_it() {
        var id = begin(Catalogue.RESIDENCE);
        attach(citizen(), id, "CT01");
        submit(id);

        var event = awaitEvent(DossierSubmitted.TYPE, id);
        var recipient = event.data().path("applicant");
        assertThat(recipient.path("person").asString()).isEqualTo(persons.of(CITIZEN_ID));
        assertThat(recipient.path("contact").propertyNames()).containsExactly("notification-service");
        assertThat(new String(event.bytes())).doesNotContain("lan@example.vn", CITIZEN_ID, "Nông Thị Lan");
        assertThat(event.headers().toString()).doesNotContain(CITIZEN_ID);
        assertThat(awaitEvent(PaymentDemanded.TYPE, id)
                        .data()
                        .path("blocksAcceptance")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void a_supplement_is_asked_for_and_brought() {
        var id = processing();
        decide(
                "specialist",
                id,
                "supplement-requests",
                Map.of("items", List.of("Sổ hộ khẩu"), "deadline", "2026-12-31T17:30:00+07:00"));
        assertThat(status(id)).isEqualTo(5);
        assertThat(dossier(id).at("/supplement/items/0").asString()).isEqualTo("Sổ hộ khẩu");
        var revision = citizen().get(DOSSIERS + "/" + id).revision();
        ok(citizen().ifMatch(revision).patch(DOSSIERS + "/" + id, Map.of("form", Map.of("household", "12"))), 200);
        ok(command(citizen(), id, "supplements", Map.of("note", "đã đính kèm")), 200);

        assertThat(status(id)).isEqualTo(4);
        assertThat(dossier(id).at("/form/copies").asInt()).isEqualTo(2);
        assertThat(dossier(id).at("/form/household").asString()).isEqualTo("12");
    }

    @Test
    void a_withdrawal_is_refused_and_then_granted() {
        var id = submitted();
        ok(command(citizen(), id, "withdrawal", Map.of("reason", "nhầm")), 200);
        decide("receptionist", id, "withdrawal-refusals", Map.of("reason", "xin giữ lại"));
        assertThat(status(id)).isEqualTo(1);
        ok(command(citizen(), id, "withdrawal", Map.of()), 200);
        decide("receptionist", id, "stop", Map.of("reason", "theo đơn"));

        assertThat(status(id)).isEqualTo(8);
        assertThat(dossier(id).path("endReason").asString()).isEqualTo("theo đơn");
    }

    @Test
    void a_refusal_an_obligation_an_apology_and_a_stop() {
        var refused = submitted();
        decide("receptionist", refused, "refusal", Map.of("reason", "trùng hồ sơ"));
        assertThat(status(refused)).isEqualTo(3);

        var id = processing();
        decide(
                "specialist",
                id,
                "payment-demands",
                Map.of(
                        "purpose", "OBLIGATION",
                        "amount", Map.of("amount", 500_000, "currency", "VND"),
                        "description", "Thuế trước bạ"));
        assertThat(status(id)).isEqualTo(6);
        pay(id, "tax-" + id);
        await().atMost(Duration.ofSeconds(30)).until(() -> status(id) == 4);
        var due = Instant.parse(dossier(id).path("dueAt").asString()).plus(Duration.ofDays(3));
        decide("specialist", id, "apologies", Map.of("reason", "quá tải", "newDueAt", due.toString()));
        assertThat(Instant.parse(dossier(id).path("dueAt").asString())).isEqualTo(due);
        awaitEvent(ApologyIssued.TYPE, id);
        decide("leader", id, "stop", Map.of("reason", "không đủ điều kiện"));
        assertThat(status(id)).isEqualTo(8);
        ok(command(citizen(), id, "rating", Map.of("stars", 2)), 200);
    }

    @Test
    void a_due_date_explains_itself_to_all_who_may_see_the_dossier() {
        var id = submitted();
        var deadline = DOSSIERS + "/" + id + "/deadline";
        assertThat(ok(citizen().get(deadline), 200)
                        .body()
                        .path("countdown")
                        .path("state")
                        .asString())
                .isEqualTo("NOT_STARTED");

        decide("receptionist", id, "acceptance", Map.of());
        var running = ok(staff("specialist").get(deadline), 200).body();
        assertThat(running.path("countdown").path("state").asString()).isEqualTo("RUNNING");
        assertThat(running.path("countdown").path("distance").path("late").asBoolean())
                .isFalse();
        assertThat(running.path("countdown").path("text").asString()).startsWith("còn ");
        assertThat(running.path("steps")
                        .get(running.path("steps").size() - 1)
                        .path("to")
                        .asString())
                .isEqualTo(running.path("dueAt").asString());
        assertThat(running.path("explanation").get(1).asString()).startsWith("Thời hạn: 7 ngày làm việc");
        assertThat(dossier(id).path("countdown").path("state").asString()).isEqualTo("RUNNING");

        decide("receptionist", id, "assignments", Map.of("unit", Catalogue.UNIT));
        decide("specialist", id, "supplement-requests", Map.of("items", List.of("Sổ hộ khẩu")));
        var paused =
                ok(citizen().header("Accept-Language", "en").get(deadline), 200).body();
        assertThat(paused.path("countdown").path("state").asString()).isEqualTo("PAUSED");
        assertThat(paused.path("explanation").toString()).contains("Waiting for papers since");
        ok(command(citizen(), id, "supplements", Map.of()), 200);
        var again = ok(citizen().get(deadline), 200).body();
        assertThat(again.path("extensions").size()).isEqualTo(1);
        assertThat(again.path("pause").isObject()).isFalse();

        refused(api.as(Tokens.citizen("020190009999")).get(deadline), 404, "not-found");
        refused(api.get(deadline), 401, "unauthenticated");
        var line = ok(staff("leader").get(DOSSIERS + "?limit=1"), 200)
                .body()
                .path("items")
                .get(0);
        assertThat(line.path("countdown").path("state").asString()).isNotBlank();
    }

    @Test
    void what_is_offered_is_what_is_possible() {
        var id = submitted();
        var shown = ok(staff("receptionist").get(DOSSIERS + "/" + id), 200);
        for (var offer : shown.body().path("actions")) {
            assertThat(offer.path("ifMatch").asBoolean()).isTrue();
            assertThat(offer.path("href").asString()).startsWith(DOSSIERS + "/" + id + "/");
        }
        assertThat(actions(dossier(id))).containsExactly("withdraw");
        assertThat(actions(staff("auditor").get(DOSSIERS + "/" + id).body())).isEmpty();
    }

    @Test
    void staff_file_for_a_citizen_who_then_sees_it() {
        var receptionist = staff("receptionist");
        var id = begin(receptionist, Catalogue.ONLINE_ONLY, "ONLINE_ASSISTED");
        ok(command(receptionist, id, "submission", null), 200);

        assertThat(status(id)).isEqualTo(1);
        assertThat(history(id).getFirst().at("/actor/role").asString()).isEqualTo("receptionist");
        assertThat(citizen()
                        .get("/api/v1/me/dossiers?limit=200")
                        .body()
                        .path("items")
                        .valueStream())
                .anyMatch(it -> it.path("id").asString().equals(id));
    }

    @Test
    void the_office_lists_and_the_citizen_lists() {
        var id = processing();
        var line = staff("leader").get(DOSSIERS + "?status=4&limit=200&count=true");
        assertThat(ok(line, 200).body().path("items").valueStream())
                .anyMatch(it -> it.path("id").asString().equals(id))
                .allMatch(it -> it.at("/status/code").asInt() == 4);
        assertThat(line.body().path("total").asLong()).isPositive();
        assertThat(staff("leader")
                        .get(DOSSIERS + "?assignee=nobody")
                        .body()
                        .path("items")
                        .size())
                .isZero();
        assertThat(staff("leader")
                        .get(DOSSIERS + "?due=2020-01-01")
                        .body()
                        .path("items")
                        .size())
                .isZero();
        var draft = begin(Catalogue.BIRTH);
        assertThat(pages(DOSSIERS + "?limit=7"))
                .contains(id)
                .doesNotContain(draft)
                .doesNotHaveDuplicates();
    }

    /** Follows the links from page to page. */
    private List<String> pages(String first) {
        var ids = new ArrayList<String>();
        for (var next = first; !next.isEmpty(); ) {
            var page = ok(staff("leader").get(next), 200).body();
            page.path("items").forEach(it -> ids.add(it.path("id").asString()));
            next = page.path("next").asString("");
        }
        return ids;
    }

    @Test
    void anyone_looks_up_status_and_dates_and_nothing_else() {
        var id = submitted();
        var code = dossier(id).path("code").asString();

        var found = ok(api.get("/api/v1/lookup/" + code), 200);

        assertThat(found.body().at("/status/code").asInt()).isEqualTo(1);
        assertThat(found.body().at("/unit/name/vi").asString()).isEqualTo("Sở Xây dựng");
        assertThat(new String(found.bytes())).doesNotContain(CITIZEN_ID, "Lan", id, "lan@", Catalogue.BIRTH);
        refused(api.get("/api/v1/lookup/000.00.15.H37-210608-9999"), 404, "not-found");
        refused(api.get("/api/v1/lookup/x'y"), 404, "not-found");
    }

    @Test
    void another_citizen_and_another_agencys_staff_see_nothing() {
        var id = submitted();
        var stranger = api.as(Tokens.citizen("079085004321"));
        refused(stranger.get(DOSSIERS + "/" + id), 404, "not-found");
        refused(stranger.get(DOSSIERS + "/" + id + "/history"), 404, "not-found");
        refused(command(stranger, id, "withdrawal", Map.of()), 404, "not-found");
        refused(api.as(Tokens.staff("H34", "receptionist")).get(DOSSIERS + "/" + id), 404, "not-found");
        refused(
                api.as(Tokens.staff("H34", "receptionist")).get("/api/v1/agencies/H34/dossiers/" + id),
                404,
                "not-found");
        refused(staff("receptionist").get(DOSSIERS + "/" + begin(Catalogue.BIRTH)), 404, "not-found");
        assertThat(stranger.get("/api/v1/me/dossiers").body().path("items").valueStream())
                .noneMatch(it -> it.path("id").asString().equals(id));
    }

    @Test
    void the_dossiers_are_counted_by_status_and_agency() {
        submitted();
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(
                                new String(api.get("/actuator/prometheus").bytes()))
                        .containsPattern("motcua_dossiers\\{agency=\"H37\",[^}]*status=\"1\"[^}]*} [1-9]"));
    }

    @Test
    void events_of_one_dossier_come_in_order() {
        var id = processing();
        awaitEvent(DossierAccepted.TYPE, id);
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            var sequences = events.all("motcua.dossiers").stream()
                    .filter(it -> it.key().equals(id))
                    .map(it -> Long.valueOf(it.headers().get("ce_sequence")))
                    .distinct()
                    .toList();
            assertThat(sequences).hasSize(3).isSorted();
        });
    }

    /** Without the slips, which are filed when there is time. */
    private static List<JsonNode> decisions(List<JsonNode> history) {
        return history.stream()
                .filter(it -> !it.path("type").asString().equals("slip-filed"))
                .toList();
    }

    private static List<String> actions(JsonNode dossier) {
        return dossier.path("actions")
                .valueStream()
                .map(it -> it.path("name").asString())
                .toList();
    }
}
