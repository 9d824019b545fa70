package io.motcua.dossier.casework;

import io.motcua.dossier.deadlines.Reckoning;
import java.util.List;

/** The first state of a dossier that comes from an older system: no slip is owed and nobody is written to. */
record Takeover(Transferred from, Office office) {

    Dossier dossier(String id, String agency) {
        var draft = Dossier.draft(id, agency, from.channel(), from.language(), from.applicant(), from.terms(), "{}");
        var change = draft.change().submitted(from.code(), from.terms(), List.of(), from.submittedAt());
        var acceptedAt = from.acceptedAt();
        var dueAt = from.dueAt();
        if (acceptedAt != null && dueAt != null) {
            var reckoning = Reckoning.stated(acceptedAt, from.terms().limit(), dueAt);
            var watch = Watch.over(reckoning, List.of(), office.calendar(draft), office.leads());
            change.accepted(reckoning, watch);
        }
        var unit = from.unit();
        if (unit != null && acceptedAt != null) {
            change.assigned(new Assignment(unit, null, office.now()));
        }
        return change.to(from.status()).done();
    }
}
