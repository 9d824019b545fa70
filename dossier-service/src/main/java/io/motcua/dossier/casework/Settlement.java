package io.motcua.dossier.casework;

import io.motcua.platform.history.Decision;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Money has come in, whatever state the dossier is in by now: what is not owed is due back. */
record Settlement(Dossier dossier, Office office) {

    Decision<Dossier> notePayment(Command.NotePayment payment, List<Rule> permitted) {
        var demand = dossier.demand(payment.demand());
        if (demand.filter(it -> payment.order().equals(it.order())).isPresent()) {
            return noted(payment, "KNOWN", permitted);
        }
        var reason = refundReason(demand.filter(it -> !it.paid()).isPresent());
        if (reason != null) {
            var noted = noted(payment, reason, permitted);
            var facts = new ArrayList<>(noted.facts());
            facts.add(Outcomes.refundDue(noted.next(), payment.order(), reason, office));
            return Outcomes.quietly(noted.next(), facts);
        }
        return settle(payment, permitted);
    }

    private Decision<Dossier> settle(Command.NotePayment payment, List<Rule> permitted) {
        var change = dossier.change().paid(payment.demand(), payment.order(), payment.paidAt());
        var fact = Announcements.paymentNoted(payment, "SETTLED");
        var paid = change.done();
        var to = Transitions.target(permitted, paid);
        if (to != dossier.status()) {
            return Decision.of(change.backTo(to).resumed(office).done(), fact);
        }
        if (dossier.cameFrom().filter(it -> it == Status.PAYMENT_DUE).isPresent() && !paid.owes()) {
            return Decision.quietly(
                    change.comingBackFromPayment().resumed(office).done(), fact);
        }
        return Decision.quietly(paid, fact);
    }

    private Decision<Dossier> noted(Command.NotePayment payment, String outcome, List<Rule> permitted) {
        if (permitted.stream().noneMatch(Rule::noted)) {
            throw new IllegalStateException("no rule notes " + payment + " in " + dossier.status());
        }
        return Decision.quietly(dossier, Announcements.paymentNoted(payment, outcome));
    }

    private @Nullable String refundReason(boolean owed) {
        return switch (dossier.status()) {
            case REFUSED -> "REFUSED";
            case STOPPED -> dossier.withdrawn() ? "WITHDRAWN" : "STOPPED";
            case DRAFT,
                    SUBMITTED,
                    ACCEPTED,
                    PROCESSING,
                    SUPPLEMENT_DUE,
                    PAYMENT_DUE,
                    WITHDRAWAL_ASKED,
                    DONE,
                    RETURNED -> owed ? null : "DUPLICATE";
        };
    }
}
