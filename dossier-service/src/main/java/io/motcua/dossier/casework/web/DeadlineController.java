package io.motcua.dossier.casework.web;

import io.motcua.dossier.casework.Casework;
import io.motcua.dossier.casework.Dossier;
import io.motcua.dossier.casework.Party;
import io.motcua.dossier.deadlines.Wording;
import io.motcua.platform.security.Access;
import io.motcua.platform.security.Caller;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Explains a due date to whoever may see the dossier. */
@RestController
class DeadlineController {

    private final Casework casework;
    private final Countdowns countdowns;

    DeadlineController(Casework casework, Countdowns countdowns) {
        this.casework = casework;
        this.countdowns = countdowns;
    }

    @GetMapping("/api/v1/agencies/{agency}/dossiers/{id}/deadline")
    @Access(
            value = Access.Who.PARTY,
            roles = {"receptionist", "specialist", "leader", "agency-admin", "auditor"})
    DeadlineView explain(@PathVariable String agency, @PathVariable String id, Caller caller, Locale locale) {
        var dossier = casework.read(agency, id, Party.of(caller, agency)).state();
        var at = dossier.milestones();
        var reckoning = dossier.reckoning();
        var answeredAt = at.approvedAt() == null ? at.endedAt() : at.approvedAt();
        return new DeadlineView(
                countdowns.now(locale).apply(dossier),
                dossier.terms().limit(),
                at.acceptedAt(),
                reckoning == null ? null : reckoning.firstDueAt(),
                at.dueAt(),
                at.pause(),
                dossier.apology(),
                reckoning == null || answeredAt == null ? null : dossier.onTime(answeredAt),
                reckoning == null ? List.of() : reckoning.steps(),
                reckoning == null ? List.of() : reckoning.extensions(),
                words(dossier, locale));
    }

    private List<String> words(Dossier dossier, Locale locale) {
        var reckoning = dossier.reckoning();
        if (reckoning == null) {
            return List.of();
        }
        var wording = new Wording(locale, countdowns.calendar(dossier).zone());
        var lines = new ArrayList<>(wording.of(reckoning));
        var pause = dossier.milestones().pause();
        if (pause != null) {
            lines.add(wording.waiting(pause));
        }
        if (dossier.supplementCalls() > 1) {
            lines.add(wording.askedAgain(dossier.supplementCalls()));
        }
        var apology = dossier.apology();
        if (apology != null) {
            lines.add(wording.apologised(apology.newDueAt()));
        }
        return List.copyOf(lines);
    }
}
