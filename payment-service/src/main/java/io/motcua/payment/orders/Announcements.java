package io.motcua.payment.orders;

import io.motcua.events.payment.OrderOpened;
import io.motcua.events.payment.PaymentConfirmed;
import io.motcua.events.payment.PaymentFailed;
import io.motcua.events.payment.RefundProposed;
import io.motcua.platform.history.Fact;
import java.time.Instant;

/** What of an order the other services are told, in the published language. */
final class Announcements {

    private Announcements() {}

    static Fact opened(String id, Order order) {
        return new Fact(
                Entries.OPENED,
                new OrderOpened(
                        id,
                        order.dossier(),
                        order.dossierCode(),
                        order.demand(),
                        order.payer(),
                        order.amount(),
                        order.openedAt(),
                        order.expiresAt()));
    }

    static Fact confirmed(String id, Order order, Command.Pay pay) {
        return new Fact(
                Entries.CONFIRMED,
                new PaymentConfirmed(
                        id,
                        order.dossier(),
                        order.dossierCode(),
                        order.demand(),
                        order.payer(),
                        order.amount(),
                        pay.provider(),
                        pay.providerReference(),
                        pay.attempt(),
                        pay.paidAt()));
    }

    static Fact failed(String id, Order order, Command.Fail fail, Instant now) {
        return new Fact(
                Entries.FAILED,
                new PaymentFailed(
                        id,
                        order.dossier(),
                        order.dossierCode(),
                        order.demand(),
                        order.payer(),
                        order.amount(),
                        fail.provider(),
                        fail.reason(),
                        fail.attempt(),
                        now));
    }

    static Fact refundProposed(String id, Order order, Refund refund) {
        return new Fact(
                Entries.REFUND_PROPOSED,
                new RefundProposed(
                        id,
                        order.dossier(),
                        order.dossierCode(),
                        order.demand(),
                        order.payer(),
                        refund.amount(),
                        refund.reason(),
                        refund.providerReference(),
                        refund.attempt(),
                        refund.proposedAt()));
    }
}
