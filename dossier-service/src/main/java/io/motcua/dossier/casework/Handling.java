package io.motcua.dossier.casework;

import io.motcua.dossier.DossierProblem;
import io.motcua.dossier.deadlines.Pause;
import io.motcua.events.dossier.ApologyIssued;
import io.motcua.events.dossier.DossierApproved;
import io.motcua.events.dossier.DossierAssigned;
import io.motcua.platform.history.Decision;
import io.motcua.platform.problems.PlatformProblem;
import io.motcua.platform.problems.Problem;
import java.util.Objects;

/** The agency's work on an accepted dossier, to the signed result. */
record Handling(Dossier dossier, Office office) {

    Decision<Dossier> assign(Command.Assign asked, Status to) {
        office.requireUnit(asked.unit());
        var at = office.now();
        var next = dossier.change()
                .assigned(new Assignment(asked.unit(), asked.officer(), at))
                .issued(SlipForm.CONTROL, office)
                .to(to)
                .done();
        return Decision.of(
                next,
                Announcements.event(
                        DossierAssigned.TYPE,
                        new DossierAssigned(
                                next.reference(), office.recipient(next), asked.unit(), asked.officer(), at)));
    }

    Decision<Dossier> demandPayment(Command.DemandPayment asked, Status to) {
        var demand = new Demand(
                office.id("demand"), asked.purpose(), asked.amount(), asked.description(), false, null, null);
        var next = dossier.change()
                .interruptedBy(to)
                .paused(Pause.Cause.PAYMENT, office.now())
                .demanded(demand)
                .done();
        return Decision.of(next, Outcomes.demanded(next, demand, office));
    }

    Decision<Dossier> approve(Command.Approve asked, Status to) {
        var result = dossier.result();
        if (result == null) {
            throw new Problem(DossierProblem.RESULT_MISSING);
        }
        var signed = asked.signed();
        if (signed == null && office.signs()) {
            throw new Problem(PlatformProblem.STALE); // it could not be approved when the leader was about to sign
        }
        var document = Objects.requireNonNullElse(signed, result).decidedAs(asked.decisionNumber());
        var at = office.now();
        var next = dossier.change()
                .result(document)
                .approved(at)
                .issued(SlipForm.CONTROL, office)
                .to(to)
                .done();
        var approved = Announcements.event(
                DossierApproved.TYPE,
                new DossierApproved(next.reference(), office.recipient(next), at, next.onTime(at)));
        return signed == null
                ? Decision.of(next, approved)
                : Decision.of(next, approved, Announcements.resultSigned(document));
    }

    Decision<Dossier> apologise(Command.Apologise asked, Status to) {
        var at = office.now();
        var due = dossier.milestones().dueAt();
        if (dossier.apology() != null) {
            throw new Problem(DossierProblem.APOLOGY_REPEATED);
        }
        if (!asked.newDueAt().isAfter(at) || due != null && !asked.newDueAt().isAfter(due)) {
            throw new Problem(DossierProblem.APPOINTMENT_TOO_EARLY).at("/newDueAt", "too-early");
        }
        var next = dossier.change()
                .apologised(new Apology(asked.reason(), asked.newDueAt(), at), office)
                .issued(SlipForm.APOLOGY, office)
                .to(to)
                .done();
        return Decision.quietly(
                next,
                Announcements.event(
                        ApologyIssued.TYPE,
                        new ApologyIssued(
                                next.reference(), office.recipient(next), asked.reason(), asked.newDueAt(), at)));
    }
}
