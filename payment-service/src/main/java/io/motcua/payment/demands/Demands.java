package io.motcua.payment.demands;

import io.motcua.events.dossier.DossierReference;
import io.motcua.events.dossier.DossierRefused;
import io.motcua.events.dossier.DossierStopped;
import io.motcua.events.dossier.PaymentDemanded;
import io.motcua.events.dossier.RefundDue;
import io.motcua.events.dossier.WithdrawalRequested;
import io.motcua.payment.orders.Command;
import io.motcua.payment.orders.Demand;
import io.motcua.payment.orders.Orders;
import io.motcua.platform.consumption.About;
import io.motcua.platform.consumption.UnacceptableEvent;
import io.motcua.platform.history.Actor;
import org.springframework.stereotype.Component;

/** Translates what dossiers tell into what happens to orders. Decides nothing. */
@Component
class Demands {

    private static final Actor DOSSIERS = Actor.system("dossier-service");

    private final Orders orders;

    Demands(Orders orders) {
        this.orders = orders;
    }

    void on(PaymentDemanded event, About about) {
        mustBelong(event.dossier(), about);
        orders.open(about.agency(), about.cause(), DOSSIERS, demand(event));
    }

    void on(RefundDue event, About about) {
        mustBelong(event.dossier(), about);
        if (orders.find(about.agency(), event.order()).isEmpty()) {
            throw new UnacceptableEvent("A refund of an order that does not exist: " + event.order(), null);
        }
        orders.perform(
                about.agency(), event.order(), about.cause(), DOSSIERS, new Command.ProposeRefund(event.reason()));
    }

    void on(WithdrawalRequested event, About about) {
        ofDossier(event.dossier(), about, new Command.NoteWithdrawal());
    }

    void on(DossierRefused event, About about) {
        ofDossier(event.dossier(), about, new Command.EndDossier("REFUSED"));
    }

    void on(DossierStopped event, About about) {
        ofDossier(event.dossier(), about, new Command.EndDossier("STOPPED"));
    }

    /** Each order remembers the cause by itself: a crash half-way leaves the others to the redelivery. */
    private void ofDossier(DossierReference dossier, About about, Command command) {
        mustBelong(dossier, about);
        for (var order : orders.ofDossier(about.agency(), dossier.id())) {
            orders.perform(about.agency(), order.id(), about.cause(), DOSSIERS, command);
        }
    }

    private static Demand demand(PaymentDemanded event) {
        try {
            return new Demand(
                    event.dossier().id(),
                    event.dossier().code(),
                    event.demand(),
                    event.applicant(),
                    event.purpose(),
                    event.amount(),
                    event.description(),
                    event.expiresAt());
        } catch (IllegalArgumentException e) {
            throw new UnacceptableEvent("A demand that nobody can pay: " + e.getMessage(), null);
        }
    }

    private static void mustBelong(DossierReference dossier, About about) {
        if (!dossier.agency().equals(about.agency())) {
            throw new UnacceptableEvent("A dossier of " + dossier.agency() + " in an event of " + about.agency(), null);
        }
    }
}
