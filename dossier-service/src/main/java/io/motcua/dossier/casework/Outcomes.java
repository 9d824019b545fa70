package io.motcua.dossier.casework;

import io.motcua.events.dossier.PaymentDemanded;
import io.motcua.events.dossier.RefundDue;
import io.motcua.platform.history.Decision;
import io.motcua.platform.history.Fact;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What several decisions announce alike. */
final class Outcomes {

    private Outcomes() {}

    static Fact demanded(Dossier next, Demand demand, Office office) {
        return Announcements.event(
                PaymentDemanded.TYPE,
                new PaymentDemanded(
                        next.reference(),
                        office.recipient(next),
                        demand.id(),
                        demand.purpose(),
                        demand.amount(),
                        demand.description(),
                        demand.blocksAcceptance(),
                        office.now(),
                        null));
    }

    static Fact refundDue(Dossier next, @Nullable String order, String reason, Office office) {
        if (order == null) {
            throw new IllegalStateException("a paid demand names its order");
        }
        return Announcements.event(
                RefundDue.TYPE, new RefundDue(next.reference(), office.recipient(next), order, reason, office.now()));
    }

    static List<Fact> explained(@Nullable String words, Fact fact) {
        return words == null ? List.of(fact) : List.of(fact, Announcements.explained(words));
    }

    static Decision<Dossier> decision(Dossier next, List<Fact> facts) {
        return Decision.of(next, facts.toArray(Fact[]::new));
    }

    static Decision<Dossier> quietly(Dossier next, List<Fact> facts) {
        return Decision.quietly(next, facts.toArray(Fact[]::new));
    }
}
