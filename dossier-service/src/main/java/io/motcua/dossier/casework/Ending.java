package io.motcua.dossier.casework;

import io.motcua.events.dossier.DossierStopped;
import io.motcua.events.dossier.WithdrawalRequested;
import io.motcua.platform.history.Decision;
import io.motcua.platform.history.Fact;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/** The end without a result: stopped by the agency, or withdrawn by the applicant. */
record Ending(Dossier dossier, Office office) {

    Decision<Dossier> stop(String reason, Status to) {
        var at = office.now();
        var onWish = dossier.status() == Status.WITHDRAWAL_ASKED;
        var change = dossier.change().ended(reason, onWish, at).to(to);
        var next = (dossier.assignment() == null ? change : change.issued(SlipForm.CONTROL, office)).done();
        var facts = new ArrayList<Fact>();
        facts.add(Announcements.event(
                DossierStopped.TYPE, new DossierStopped(next.reference(), office.recipient(next), reason, at)));
        if (onWish) {
            dossier.demands().stream()
                    .filter(this::paidInVain)
                    .forEach(it -> facts.add(Outcomes.refundDue(next, it.order(), "WITHDRAWN", office)));
        }
        return Outcomes.decision(next, facts);
    }

    /** Paid before work had begun on the dossier, or when its withdrawal had already been asked for. */
    private boolean paidInVain(Demand demand) {
        var askedAt = dossier.milestones().withdrawalAskedAt();
        return demand.paidAt() != null
                && (dossier.milestones().acceptedAt() == null
                        || askedAt != null && !demand.paidAt().isBefore(askedAt));
    }

    Decision<Dossier> askWithdrawal(@Nullable String reason, Status to) {
        var at = office.now();
        var next = dossier.change().interruptedBy(to).withdrawalAsked(at).done();
        return Outcomes.decision(
                next,
                Outcomes.explained(
                        reason,
                        Announcements.event(
                                WithdrawalRequested.TYPE,
                                new WithdrawalRequested(next.reference(), office.recipient(next), at))));
    }

    Decision<Dossier> refuseWithdrawal(String reason, Status back) {
        var next = dossier.change().backTo(back).withdrawalAsked(null).done();
        return Decision.of(
                next,
                Announcements.withdrawalRefused(
                        reason, back, dossier.milestones().withdrawalAskedAt()));
    }
}
