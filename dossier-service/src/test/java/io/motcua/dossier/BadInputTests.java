package io.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import io.motcua.dossier.testing.Catalogue;
import io.motcua.dossier.testing.DossierServiceTest;
import io.motcua.platform.testing.Tokens;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What no service must fall over: never a 500, never a half-written state. */
class BadInputTests extends DossierServiceTest {

    @Test
    void malformed_json_and_wrong_forms() {
        refused(citizen().post(DOSSIERS, "{\"service\":"), 400, "malformed-body");
        refused(citizen().post(DOSSIERS, "[]"), 400, "malformed-body");
        refused(citizen().post(DOSSIERS, "null"), 400, "malformed-body");
        refused(citizen().post(DOSSIERS, changed("channel", "FAX")), 400, "malformed-body");
        refused(citizen().post(DOSSIERS, changed("form", List.of(1))), 400, "malformed-body");
        refused(citizen().ifMatch(1).patch(DOSSIERS + "/" + begin(Catalogue.BIRTH), "[1]"), 400, "malformed-body");
    }

    @Test
    void unknown_fields() {
        refused(citizen().post(DOSSIERS, changed("colour", "red")), 400, "unknown-field");
        var id = begin(Catalogue.BIRTH);
        refused(command(citizen(), id, "submission", Map.of("now", true)), 400, "unknown-field");
        var revision = citizen().get(DOSSIERS + "/" + id).revision();
        refused(citizen().ifMatch(revision).patch(DOSSIERS + "/" + id, Map.of("status", 9)), 400, "unknown-field");
        refused(
                citizen().ifMatch(revision).patch(DOSSIERS + "/" + id, Map.of("applicant", Map.of("person", "x"))),
                400,
                "unknown-field");
        assertThat(status(id)).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "name, /applicant/name, TOOLONG",
        "email, /applicant/email, không",
        "phone, /applicant/phone, 113",
        "address, /applicant/address, TOOLONG",
    })
    void invalid_fields_are_named(String field, String pointer, String value) {
        var applicant = Map.of(field, value.equals("TOOLONG") ? "x".repeat(501) : value);
        var answer = citizen().post(DOSSIERS, changed("applicant", applicant));

        refused(answer, 422, "invalid-field");
        assertThat(answer.body().at("/errors/0/pointer").asString()).isEqualTo(pointer);
        assertThat(answer.body().at("/errors/0/detail").asString()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource({
        "personalId, 12, personal-id-length, twelve digits, mười hai chữ số",
        "personalId, 099190001234, personal-id-place, no province, không phải mã",
        "personalId, 020999001234, personal-id-birth-year, not born, chưa ra đời",
        "taxCode, 0100047517, tax-code-check-digit, does not fit, không khớp",
    })
    void numbers_that_cannot_be_are_named_with_their_flaw(
            String field, String value, String code, String english, String vietnamese) {
        var body = changed("applicant", Map.of(field, value));
        var answer = citizen().header("Accept-Language", "en").post(DOSSIERS, body);

        refused(answer, 422, "identity-number-invalid");
        assertThat(answer.body().at("/errors/0/pointer").asString()).isEqualTo("/applicant/" + field);
        assertThat(answer.body().at("/errors/0/code").asString()).isEqualTo(code);
        assertThat(answer.body().at("/errors/0/detail").asString()).contains(english);
        assertThat(citizen()
                        .header("Accept-Language", "vi")
                        .post(DOSSIERS, body)
                        .body()
                        .at("/errors/0/detail")
                        .asString())
                .contains(vietnamese);
        var id = begin(Catalogue.BIRTH);
        var revision = citizen().get(DOSSIERS + "/" + id).revision();
        refused(
                citizen().ifMatch(revision).patch(DOSSIERS + "/" + id, Map.of("applicant", Map.of(field, value))),
                422,
                "identity-number-invalid");
        assertThat(dossier(id).at("/applicant/" + field).asString("")).isNotEqualTo(value);
    }

    @Test
    void invalid_commands_are_named() {
        var id = processing();
        var revision = staff("specialist").get(DOSSIERS + "/" + id).revision();
        var specialist = staff("specialist").ifMatch(revision);
        refused(command(specialist, id, "supplement-requests", Map.of("items", List.of())), 422, "invalid-field");
        refused(command(specialist, id, "supplement-requests", Map.of()), 422, "invalid-field");
        refused(
                command(
                        specialist,
                        id,
                        "payment-demands",
                        Map.of(
                                "purpose", "GIFT",
                                "amount", Map.of("amount", -1, "currency", "USD"),
                                "description", "")),
                422,
                "invalid-field");
        refused(command(specialist, id, "apologies", Map.of("reason", "")), 422, "invalid-field");
        refused(
                command(specialist, id, "apologies", Map.of("reason", "x", "newDueAt", "2020-01-01T00:00:00Z")),
                422,
                "appointment-too-early");
        refused(command(staff("leader").ifMatch(revision), id, "stop", Map.of()), 422, "invalid-field");
        refused(command(citizen(), id, "rating", Map.of("stars", 6)), 422, "invalid-field");
        assertThat(staff("specialist").get(DOSSIERS + "/" + id).revision()).isEqualTo(revision);
    }

    @Test
    void unknown_agency_service_unit_and_dossier() {
        refused(citizen().post("/api/v1/agencies/Z99/dossiers", draft(Catalogue.BIRTH, "ONLINE")), 404, "not-found");
        refused(citizen().post(DOSSIERS, draft("9.999999", "ONLINE")), 422, "service-unknown");
        refused(
                citizen().post("/api/v1/agencies/H34/dossiers", draft(Catalogue.BIRTH, "ONLINE")),
                422,
                "service-unknown");
        refused(citizen().get(DOSSIERS + "/nosuchdossier"), 404, "not-found");
        refused(command(citizen(), "nosuchdossier", "submission", Map.of()), 404, "not-found");
        var id = submitted();
        decide("receptionist", id, "acceptance", Map.of());
        var revision = staff("receptionist").get(DOSSIERS + "/" + id).revision();
        refused(
                command(staff("receptionist").ifMatch(revision), id, "assignments", Map.of("unit", "Z")),
                422,
                "unit-unknown");
    }

    @Test
    void procedures_not_in_force_and_channels_not_offered() {
        refused(citizen().post(DOSSIERS, draft(Catalogue.ENDED, "ONLINE")), 422, "service-not-in-force");
        refused(citizen().post(DOSSIERS, draft(Catalogue.WITHDRAWN, "ONLINE")), 422, "service-not-in-force");
        refused(staff("receptionist").post(DOSSIERS, draft(Catalogue.BIRTH, "POST")), 422, "channel-not-offered");
        refused(staff("receptionist").post(DOSSIERS, draft(Catalogue.ONLINE_ONLY, "IN_PERSON")), 409, "online-only");
        ok(staff("receptionist").post(DOSSIERS, draft(Catalogue.BIRTH, "IN_PERSON")), 201);
        refused(
                staff("receptionist").post(DOSSIERS, Map.of("service", Catalogue.BIRTH, "channel", "IN_PERSON")),
                422,
                "invalid-field");
    }

    @Test
    void an_identity_that_is_not_proven_well_enough() {
        var weak = api.as(Tokens.token(it -> it.claim("personalId", CITIZEN_ID).claim("loa", 1)));
        refused(weak.post(DOSSIERS, draft(Catalogue.STRICT, "ONLINE")), 403, "identity-level-too-low");
        ok(citizen().post(DOSSIERS, draft(Catalogue.STRICT, "ONLINE")), 201);
    }

    @Test
    void no_forged_expired_or_foreign_token() {
        var draft = draft(Catalogue.BIRTH, "ONLINE");
        refused(api.post(DOSSIERS, draft), 401, "unauthenticated");
        for (var token : List.of(Tokens.forged(), Tokens.expired(), Tokens.foreign(), Tokens.misdirected())) {
            refused(api.as(token).post(DOSSIERS, draft), 401, "unauthenticated");
        }
        refused(api.get("/api/v1/me/dossiers"), 401, "unauthenticated");
    }

    @Test
    void wrong_roles() {
        refused(citizen().get(DOSSIERS), 403, "forbidden");
        refused(api.as(Tokens.staff("H34", "leader")).get(DOSSIERS), 403, "forbidden");
        refused(citizen().post(DOSSIERS, draft(Catalogue.BIRTH, "ONLINE_ASSISTED")), 403, "forbidden");
        var id = submitted();
        var revision = staff("specialist").get(DOSSIERS + "/" + id).revision();
        for (var role : List.of("specialist", "leader", "auditor", "agency-admin")) {
            refused(command(staff(role).ifMatch(revision), id, "acceptance", Map.of()), 403, "forbidden");
        }
        refused(command(citizen().ifMatch(revision), id, "acceptance", Map.of()), 403, "forbidden");
        refused(command(staff("receptionist"), id, "withdrawal", Map.of()), 403, "forbidden");
        assertThat(status(id)).isEqualTo(1);
    }

    @Test
    void steps_that_the_state_does_not_allow() {
        var id = submitted();
        refused(command(citizen(), id, "submission", Map.of()), 409, "transition-refused");
        var revision = staff("leader").get(DOSSIERS + "/" + id).revision();
        refused(
                command(staff("leader").ifMatch(revision), id, "approval", Map.of("decisionNumber", "1")),
                409,
                "transition-refused");
        refused(attach(citizen(), id, "CT01"), 409, "transition-refused");
        refused(
                citizen().ifMatch(revision).patch(DOSSIERS + "/" + id, Map.of("form", Map.of())),
                409,
                "transition-refused");
    }

    @Test
    void request_keys() {
        var draft = draft(Catalogue.BIRTH, "ONLINE");
        refused(citizen().withoutKey().post(DOSSIERS, draft), 400, "request-key-required");
        var once = citizen().key("bad-input-key");
        var first = ok(once.post(DOSSIERS, draft), 201);
        var again = ok(once.post(DOSSIERS, draft), 201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        refused(once.post(DOSSIERS, draft(Catalogue.RESIDENCE, "ONLINE")), 422, "request-key-reused");
    }

    @Test
    void revisions() {
        var id = submitted();
        var receptionist = staff("receptionist");
        var revision = receptionist.get(DOSSIERS + "/" + id).revision();
        refused(command(receptionist, id, "acceptance", Map.of()), 428, "precondition-required");
        refused(command(receptionist.ifMatch(revision + 1), id, "acceptance", Map.of()), 412, "stale");
        refused(
                command(receptionist.header("If-Match", "W/\"1\""), id, "acceptance", Map.of()),
                400,
                "invalid-parameter");
        var draft = begin(Catalogue.BIRTH);
        refused(citizen().patch(DOSSIERS + "/" + draft, Map.of("form", Map.of())), 428, "precondition-required");
        refused(
                staff("specialist").header("Content-Type", "application/pdf").put(DOSSIERS + "/" + id + "/result", PDF),
                428,
                "precondition-required");
        assertThat(status(id)).isEqualTo(1);
    }

    @Test
    void bodies_that_are_too_large() {
        refused(citizen().post(DOSSIERS, changed("form", Map.of("x", "x".repeat(70_000)))), 413, "too-large");
        var id = begin(Catalogue.RESIDENCE);
        var huge = new byte[10 * 1024 * 1024 + 1];
        System.arraycopy(PDF, 0, huge, 0, PDF.length);
        refused(
                citizen()
                        .header("Content-Type", "application/pdf")
                        .post(DOSSIERS + "/" + id + "/attachments?component=CT01", huge),
                413,
                "too-large");
        refused(citizen().post(DOSSIERS, new byte[12 * 1024 * 1024]), 413, "too-large");
        assertThat(dossier(id).path("attachments").size()).isZero();
    }

    @Test
    void parameters_media_types_and_methods() {
        refused(staff("leader").get(DOSSIERS + "?status=11"), 400, "invalid-parameter");
        refused(staff("leader").get(DOSSIERS + "?status=x"), 400, "invalid-parameter");
        refused(staff("leader").get(DOSSIERS + "?due=gestern"), 400, "invalid-parameter");
        refused(staff("leader").get(DOSSIERS + "?limit=0"), 400, "invalid-parameter");
        refused(staff("leader").get(DOSSIERS + "?cursor=YWJj"), 400, "invalid-parameter");
        refused(citizen().header("Content-Type", "text/plain").post(DOSSIERS, "x"), 415, "unsupported-media-type");
        refused(citizen().delete(DOSSIERS), 405, "method-not-allowed");
    }

    @Test
    void problems_speak_the_callers_language() {
        var english = citizen().header("Accept-Language", "en").post(DOSSIERS, draft("9.999999", "ONLINE"));
        var vietnamese = citizen().post(DOSSIERS, draft("9.999999", "ONLINE"));
        assertThat(english.body().path("detail").asString()).isEqualTo("The agency has no service 9.999999.");
        assertThat(vietnamese.body().path("detail").asString()).isEqualTo("Cơ quan không có thủ tục 9.999999.");
    }

    private static Map<String, Object> changed(String field, Object value) {
        var draft = new HashMap<>(draft(Catalogue.BIRTH, "ONLINE"));
        draft.put(field, value);
        return draft;
    }
}
