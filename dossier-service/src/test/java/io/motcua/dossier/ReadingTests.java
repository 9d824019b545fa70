package io.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.motcua.dossier.testing.Catalogue;
import io.motcua.dossier.testing.DossierServiceTest;
import io.motcua.events.Topics;
import io.motcua.events.catalog.StaffRecorded;
import io.motcua.platform.testing.Api;
import io.motcua.platform.testing.Tokens;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Who sees what of whom, and that the one whose data they are can see that. */
class ReadingTests extends DossierServiceTest {

    private static final String OFFICER = "020185004321";

    @Test
    void the_citizen_sees_who_has_read_his_dossier_and_what_for() {
        var id = submitted();
        ok(staff("receptionist").get(DOSSIERS + "/" + id), 200);
        ok(staff("auditor").header("Read-Purpose", "complaint").get(DOSSIERS + "/" + id + "/history"), 200);
        ok(citizen().get(DOSSIERS + "/" + id), 200);

        var seen = accesses(id);

        assertThat(seen).hasSize(2);
        assertThat(seen.getFirst().path("role").asString()).isEqualTo("auditor");
        assertThat(seen.getFirst().path("what").asString()).isEqualTo("history");
        assertThat(seen.getFirst().at("/purpose/code").asString()).isEqualTo("complaint");
        assertThat(seen.getFirst().at("/purpose/name/vi").asString()).contains("khiếu nại");
        assertThat(seen.getLast().path("role").asString()).isEqualTo("receptionist");
        assertThat(seen.getLast().path("what").asString()).isEqualTo("dossier");
        assertThat(seen.getLast().at("/purpose/code").asString()).isEqualTo("intake");
        assertThat(seen.getLast().path("masked").asBoolean()).isFalse();
        var mine = ok(citizen().get("/api/v1/me/access-log?limit=200"), 200).body();
        assertThat(mine.path("items").valueStream().map(it -> it.path("dossier").asString()))
                .contains(id);
        refused(api.as(Tokens.citizen("020192000104")).get(DOSSIERS + "/" + id + "/accesses"), 404, "not-found");
    }

    @Test
    void papers_slips_results_and_decisions_are_readings_too() {
        var id = begin(Catalogue.RESIDENCE);
        var paper = ok(attach(citizen(), id, "CT01"), 201).body().path("id").asString();
        submit(id);
        var address = DOSSIERS + "/" + id;
        ok(staff("specialist").get(address + "/attachments/" + paper), 200);
        ok(staff("auditor").get(address + "/history/proof"), 200);
        decide("receptionist", id, "refusal", Map.of("reason", "trùng"));
        var slip = ok(staff("receptionist").get(address + "/slips"), 200)
                .body()
                .at("/items/0/id")
                .asString();
        ok(staff("receptionist").get(address + "/slips/" + slip), 200);

        assertThat(accesses(id).stream()
                        .map(it -> it.path("what").asString())
                        .toList()
                        .reversed())
                .containsExactly("attachment", "history", "dossier", "dossier", "slip");
    }

    @Test
    void who_has_no_task_sees_a_dossier_masked_unless_he_says_why() {
        var id = submitted();
        var masked = ok(staff("auditor").get(DOSSIERS + "/" + id), 200).body();

        assertThat(masked.path("masked").asBoolean()).isTrue();
        assertThat(masked.at("/applicant/personalId").asString()).isEqualTo("0201******34");
        assertThat(masked.at("/applicant/name").asString()).isEqualTo("N*** T*** Lan");
        assertThat(masked.path("form").isEmpty()).isTrue();
        assertThat(masked.toString()).doesNotContain(CITIZEN_ID, "Nông", "lan@example.vn", "Cao Lộc");

        var stated = staff("auditor").header("Read-Purpose", "inspection");
        assertThat(ok(stated.get(DOSSIERS + "/" + id), 200)
                        .body()
                        .at("/applicant/personalId")
                        .asString())
                .isEqualTo(CITIZEN_ID);
        assertThat(accesses(id).getFirst().at("/purpose/code").asString()).isEqualTo("inspection");
        assertThat(accesses(id).getFirst().path("masked").asBoolean()).isFalse();
        assertThat(accesses(id).getLast().path("masked").asBoolean()).isTrue();
        refused(
                staff("auditor").header("Read-Purpose", "curiosity").get(DOSSIERS + "/" + id),
                400,
                "invalid-parameter");
        assertThat(accesses(id)).hasSize(2);
    }

    @Test
    void work_lists_are_masked() {
        submitted();
        var list = ok(staff("leader").get(DOSSIERS + "?limit=100"), 200).body();

        assertThat(list.toString()).contains("N*** T*** Lan").doesNotContain("Nông Thị Lan", CITIZEN_ID);
    }

    @Test
    void an_officer_sees_what_his_unit_has_once_the_catalogue_names_it() {
        var id = processing();
        var dossier = DOSSIERS + "/" + id;
        var officer = api.as(Tokens.staffMember(OFFICER, "H37", "specialist"));
        inUnit(Catalogue.CROWDED_UNIT, 1);
        await().untilAsserted(() -> assertThat(masked(officer, dossier)).isTrue());
        inUnit(Catalogue.UNIT, 2);
        await().untilAsserted(() -> assertThat(masked(officer, dossier)).isFalse());

        assertThat(accesses(id).getFirst().at("/unit/code").asString()).isEqualTo(Catalogue.UNIT);
        assertThat(accesses(id).getFirst().at("/unit/name/vi").asString()).isNotBlank();
    }

    @Test
    void the_list_goes_on_from_where_it_stopped() {
        var id = submitted();
        for (int i = 0; i < 5; i++) {
            ok(staff("receptionist").get(DOSSIERS + "/" + id), 200);
        }
        var first = ok(citizen().get(DOSSIERS + "/" + id + "/accesses?limit=3"), 200);
        var next = first.body().path("next").asString();
        var second = ok(citizen().get(next), 200);

        assertThat(first.body().path("items").size()).isEqualTo(3);
        assertThat(second.body().path("items").size()).isEqualTo(2);
        refused(citizen().get(DOSSIERS + "/" + id + "/accesses?cursor=x"), 400, "invalid-parameter");
    }

    private void inUnit(String unit, int sequence) {
        var staff = new StaffRecorded("H37", persons.of(OFFICER), unit, List.of("specialist"), true);
        events.publish(
                Topics.CATALOG, "H37/staff/" + staff.person(), StaffRecorded.TYPE.name(), "H37", sequence, staff);
    }

    private static boolean masked(Api who, String dossier) {
        return ok(who.get(dossier), 200).body().path("masked").asBoolean();
    }

    private List<JsonNode> accesses(String id) {
        return ok(citizen().get(DOSSIERS + "/" + id + "/accesses?limit=200"), 200)
                .body()
                .path("items")
                .valueStream()
                .toList();
    }
}
