package io.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.motcua.dossier.testing.Catalogue;
import io.motcua.dossier.testing.DossierServiceTest;
import io.motcua.dossier.testing.TestFiles;
import io.motcua.platform.testing.Api.Answer;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a form must hold says the version of the procedure; a draft may be half filled in. */
class FormTests extends DossierServiceTest {

    @Test
    void a_draft_is_kept_as_it_is_and_a_submission_must_fit() {
        var id = open(Map.of("name", "L", "born", "31/12/1990", "colour", "red"));

        var refusal = command(citizen(), id, "submission", Map.of());

        refused(refusal, 422, "form-mismatch");
        assertThat(faults(refusal))
                .containsOnly(
                        Map.entry("/form/name", "form-length"),
                        Map.entry("/form/copies", "form-required"),
                        Map.entry("/form/born", "form-format"),
                        Map.entry("/form/colour", "form-unknown"));
        assertThat(refusal.body().at("/errors/0/detail").asString()).isNotBlank();
        assertThat(status(id)).isZero();

        var form = new HashMap<String, Object>(Map.of(
                "name",
                "Lan",
                "born",
                "1990-12-31",
                "copies",
                2,
                "purpose",
                "STUDY",
                "children",
                List.of(Map.of("name", "An"))));
        form.put("colour", null);
        var revision = citizen().get(DOSSIERS + "/" + id).revision();
        ok(citizen().ifMatch(revision).patch(DOSSIERS + "/" + id, Map.of("form", form)), 200);
        submit(id);
        assertThat(status(id)).isEqualTo(1);
    }

    @Test
    void every_kind_of_fault_is_named_at_its_field() {
        var refusal = command(
                citizen(),
                open(Map.of("name", 7, "copies", 21, "purpose", "FUN", "children", List.of(1, Map.of(), 3, 4))),
                "submission",
                Map.of());
        refused(refusal, 422, "form-mismatch");
        assertThat(faults(refusal))
                .containsEntry("/form/name", "form-type")
                .containsEntry("/form/copies", "form-range")
                .containsEntry("/form/purpose", "form-choice")
                .containsEntry("/form/children", "form-length")
                .containsEntry("/form/children/1/name", "form-required");
    }

    /** Between the draft and its submission. */
    @Test
    void a_withdrawn_procedure_is_refused() {
        var code = "LS-WD-02";
        Catalogue.publish(events, code);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> citizen().post(DOSSIERS, draft(code, "ONLINE")).status() == 201);
        var id = begin(code);
        Catalogue.withdraw(events, code);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> citizen().post(DOSSIERS, draft(code, "ONLINE")).status() == 422);

        refused(command(citizen(), id, "submission", Map.of()), 422, "service-not-in-force");
        assertThat(status(id)).isZero();
    }

    @Test
    void a_paper_comes_in_the_types_that_the_procedure_names() throws Exception {
        var id = begin(Catalogue.RESIDENCE);
        var office = TestFiles.office("word/document.xml", 10);
        var refusal = citizen()
                .header("Content-Type", Catalogue.DOCX)
                .post(DOSSIERS + "/" + id + "/attachments?component=CT01", office);
        refused(refusal, 415, "unsupported-media-type");
        assertThat(refusal.body().path("accepted").size()).isEqualTo(3);
        ok(
                citizen()
                        .header("Content-Type", Catalogue.DOCX)
                        .post(DOSSIERS + "/" + id + "/attachments?component=CT02", office),
                201);
    }

    private String open(Map<String, Object> form) {
        var draft = new HashMap<>(draft(Catalogue.FORMAL, "ONLINE"));
        draft.put("form", form);
        return ok(citizen().post(DOSSIERS, draft), 201).body().path("id").asString();
    }

    private static Map<String, String> faults(Answer refusal) {
        var faults = new HashMap<String, String>();
        refusal.body()
                .path("errors")
                .forEach(it -> faults.put(
                        it.path("pointer").asString(), it.path("code").asString()));
        return faults;
    }
}
