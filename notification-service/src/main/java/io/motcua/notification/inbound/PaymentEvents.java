package io.motcua.notification.inbound;

import io.motcua.events.Topics;
import io.motcua.events.payment.PaymentConfirmed;
import io.motcua.events.payment.PaymentFailed;
import io.motcua.notification.inbound.Announcer.Subject;
import io.motcua.platform.consumption.Subscription;

/** Which events of payments citizens are told of, by which template and with which values. */
final class PaymentEvents {
    private final Announcer announcer;

    PaymentEvents(Announcer announcer) {
        this.announcer = announcer;
    }

    Subscription subscription() {
        return Subscription.to(Topics.PAYMENTS)
                .on(
                        PaymentConfirmed.TYPE.name(),
                        PaymentConfirmed.class,
                        (it, about) -> announcer.announce(
                                about,
                                "payment-confirmed",
                                it.payer(),
                                new Subject(it.dossier(), it.dossierCode()),
                                values -> values.money("amount", it.amount())
                                        .time("at", it.paidAt())
                                        .text("reference", it.providerReference())))
                .on(
                        PaymentFailed.TYPE.name(),
                        PaymentFailed.class,
                        (it, about) -> announcer.announce(
                                about,
                                "payment-failed",
                                it.payer(),
                                new Subject(it.dossier(), it.dossierCode()),
                                values -> values.money("amount", it.amount()).time("at", it.failedAt())));
    }
}
