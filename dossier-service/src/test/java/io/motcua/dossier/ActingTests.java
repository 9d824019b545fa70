package io.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import io.motcua.dossier.testing.Catalogue;
import io.motcua.dossier.testing.DossierServiceTest;
import io.motcua.events.dossier.DossierSubmitted;
import io.motcua.platform.testing.Api;
import io.motcua.platform.testing.Api.Answer;
import io.motcua.platform.testing.Tokens;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Who acts for whom: for another under an authorisation, staff for a citizen; what was given before, and how the result comes. */
class ActingTests extends DossierServiceTest {

    private static final String PRINCIPAL_ID = "020185005678";
    private static final String TAX_CODE = "0100047516";

    @Autowired
    private MongoTemplate mongo;

    @Test
    void who_acts_for_another_encloses_the_authorisation_and_both_see_the_dossier() {
        var principal = api.as(Tokens.citizen(PRINCIPAL_ID));
        var id = actingFor(Map.of("kind", "PERSON", "name", "Hoàng Văn Thụ", "personalId", PRINCIPAL_ID));
        refused(principal.get(DOSSIERS + "/" + id), 404, "not-found");
        var missing = command(citizen(), id, "submission", Map.of());
        refused(missing, 422, "components-missing");
        assertThat(missing.body().path("errors").toString()).contains("Giấy ủy quyền");
        ok(attach(citizen(), id, "AUTHORISATION"), 201);
        submit(id);

        var seen = ok(principal.get(DOSSIERS + "/" + id), 200).body();
        assertThat(seen.at("/applicant/actsFor/name").asString()).isEqualTo("Hoàng Văn Thụ");
        assertThat(seen.path("actions").size())
                .as("he sees; who acts for him acts")
                .isZero();
        refused(command(principal, id, "withdrawal", Map.of()), 403, "forbidden");
        decide("receptionist", id, "supplement-requests", Map.of("items", List.of("Sổ")));
        refused(
                citizen()
                        .ifMatch(citizen().get(DOSSIERS + "/" + id).revision())
                        .patch(DOSSIERS + "/" + id, "{\"applicant\":{\"actsFor\":null}}"),
                409,
                "transition-refused");
        assertThat(ok(principal.get("/api/v1/me/dossiers"), 200).body().toString())
                .contains(id);
        refused(api.as(Tokens.citizen("020190009999")).get(DOSSIERS + "/" + id), 404, "not-found");
        // What the store holds tells no name and no number.
        var stored = String.valueOf(
                mongo.getCollection("dossiers").find(new Document("_id", id)).first());
        assertThat(stored).doesNotContain("Hoàng Văn Thụ", PRINCIPAL_ID);
    }

    @Test
    void an_organisation_is_acted_for_by_its_tax_code() {
        var id = actingFor(Map.of("kind", "ORGANISATION", "name", "Công ty A", "taxCode", TAX_CODE));
        assertThat(dossier(id).at("/applicant/actsFor/taxCode").asString()).isEqualTo(TAX_CODE);
        refused(
                open(Map.of("actsFor", Map.of("kind", "ORGANISATION", "name", "A", "taxCode", "0100047517"))),
                422,
                "identity-number-invalid");
        refused(open(Map.of("actsFor", Map.of("kind", "ORGANISATION", "name", "A"))), 422, "invalid-field");
        refused(
                open(Map.of("actsFor", Map.of("kind", "PERSON", "name", "A", "taxCode", TAX_CODE))),
                422,
                "invalid-field");
        refused(open(Map.of("actsFor", Map.of("kind", "DOG", "name", "A"))), 400, "malformed-body");
        var himself = actingFor(Map.of("kind", "PERSON", "name", "Lan", "personalId", CITIZEN_ID));
        ok(attach(citizen(), himself, "AUTHORISATION"), 201);
        refused(command(citizen(), himself, "submission", Map.of()), 422, "applicant-incomplete");
        refused(attach(citizen(), begin(Catalogue.BIRTH), "AUTHORISATION"), 422, "component-unknown");
    }

    @Test
    void a_paper_given_before_is_given_again_without_its_bytes() {
        var earlier = begin(Catalogue.RESIDENCE);
        var paper =
                ok(attach(citizen(), earlier, "CT01"), 201).body().path("id").asString();
        var id = begin(Catalogue.RESIDENCE);
        refused(reuse(citizen(), id, earlier, paper), 404, "not-found"); // a draft may yet be erased
        submit(earlier);
        var reused = ok(reuse(citizen(), id, earlier, paper), 201);

        assertThat(reused.body().at("/reused/dossier").asString()).isEqualTo(earlier);
        assertThat(ok(citizen().get(reused.header("Location")), 200).bytes()).isEqualTo(PDF);
        assertThat(history(id)).anyMatch(it -> it.path("type").asString().equals("attachment-reused"));
        submit(id);
        var third = begin(Catalogue.RESIDENCE);
        ok(reuse(citizen(), third, id, reused.body().path("id").asString()), 201);
        refused(reuse(citizen(), third, id, "none"), 404, "not-found");
        assertThat(mongo.getCollection("contents.files")
                        .countDocuments(
                                new Document("_id", reused.body().path("id").asString())))
                .isZero();
        var stranger = api.as(Tokens.citizen("020190009999"));
        var his = ok(stranger.post(DOSSIERS, draft(Catalogue.RESIDENCE, "ONLINE")), 201)
                .body()
                .path("id")
                .asString();
        refused(reuse(stranger, his, earlier, paper), 404, "not-found");
    }

    @Test
    void a_signed_result_is_a_paper_of_the_next_dossier() {
        var done = processing();
        putResult(done);
        var result = staff("specialist")
                .get(DOSSIERS + "/" + done)
                .body()
                .at("/result/id")
                .asString();
        var id = begin(Catalogue.RESIDENCE);
        refused(reuse(citizen(), id, done, result), 404, "not-found");
        decide("leader", done, "approval", Map.of("decisionNumber", "1"));
        ok(reuse(citizen(), id, done, dossier(done).at("/result/id").asString()), 201);
    }

    @Test
    void staff_file_online_for_a_citizen_and_it_is_seen_who_did() {
        var receptionist = staff("receptionist");
        refused(receptionist.post(DOSSIERS, draft(Catalogue.ONLINE_ONLY, "IN_PERSON")), 409, "online-only");
        var id = begin(receptionist, Catalogue.ONLINE_ONLY, "ONLINE_ASSISTED");
        ok(command(receptionist, id, "submission", Map.of()), 200);

        var event = awaitEvent(DossierSubmitted.TYPE, id);
        assertThat(event.data().path("channel").asString()).isEqualTo("ONLINE_ASSISTED");
        assertThat(event.data().at("/applicant/person").asString()).isEqualTo(persons.of(CITIZEN_ID));
        assertThat(history(id))
                .allSatisfy(it -> assertThat(it.at("/actor/role").asString()).isEqualTo("receptionist"));
        assertThat(dossier(id).path("channel").asString()).isEqualTo("ONLINE_ASSISTED");
    }

    @Test
    void the_result_comes_by_post_where_there_is_an_address() {
        var nowhere = new HashMap<String, Object>(draft(Catalogue.BIRTH, "ONLINE"));
        nowhere.put(
                "applicant", Map.of("name", "Lan", "personalId", CITIZEN_ID, "returnBy", Map.of("channel", "POST")));
        var id = ok(citizen().post(DOSSIERS, nowhere), 201).body().path("id").asString();
        refused(command(citizen(), id, "submission", Map.of()), 422, "applicant-incomplete");
        var wish = Map.of("applicant", Map.of("returnBy", Map.of("address", "12 Hùng Vương, Lạng Sơn")));
        ok(citizen().ifMatch(1).patch(DOSSIERS + "/" + id, wish), 200);
        submit(id);
        decide("receptionist", id, "acceptance", Map.of());
        decide("receptionist", id, "assignments", Map.of("unit", Catalogue.UNIT));
        putResult(id);
        decide("leader", id, "approval", Map.of("decisionNumber", "1"));
        ok(command(staff("receptionist"), id, "return", Map.of("channel", "POST", "postalItem", "EB123456789VN")), 200);
        assertThat(history(id))
                .anySatisfy(it -> assertThat(it.at("/data/item").asString("")).isEqualTo("EB123456789VN"));
    }

    private static Answer reuse(Api who, String dossier, String from, String paper) {
        return who.post(
                DOSSIERS + "/" + dossier + "/attachments/reuse",
                Map.of("component", "CT01", "dossier", from, "paper", paper));
    }

    private String actingFor(Map<String, Object> principal) {
        return ok(open(Map.of("actsFor", principal)), 201).body().path("id").asString();
    }

    private Answer open(Map<String, Object> more) {
        var applicant = new HashMap<String, Object>(Map.of("name", "Nông Thị Lan", "personalId", CITIZEN_ID));
        applicant.putAll(more);
        var draft = new HashMap<>(draft(Catalogue.BIRTH, "ONLINE"));
        draft.put("applicant", applicant);
        return citizen().post(DOSSIERS, draft);
    }
}
