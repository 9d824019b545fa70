package io.motcua.payment.orders.web;

import io.motcua.events.Money;
import io.motcua.payment.orders.Attempt;
import io.motcua.payment.orders.Order;
import io.motcua.payment.orders.OrderStatus;
import io.motcua.payment.orders.Reference;
import io.motcua.payment.orders.Refund;
import io.motcua.platform.history.Snapshot;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An order as the API shows it. The payer is not in it: who may see the order knows. */
record OrderView(
        String id,
        String agency,
        String dossier,
        @Nullable String dossierCode,
        String demand,
        String purpose,
        String description,
        Money amount,
        OrderStatus status,
        long revision,
        Instant openedAt,
        @Nullable Instant expiresAt,
        List<AttemptView> attempts,
        List<Refund> refunds,
        List<Action> actions) {

    /** An attempt, with the reference that the bank knows it by. */
    record AttemptView(
            int number,
            String reference,
            Attempt.Status status,
            Instant createdAt,
            Instant expiresAt,
            @Nullable Instant settledAt,
            @Nullable String reason,
            @Nullable String providerReference) {}

    /** What the caller may do now. */
    record Action(String name, String method, String href, boolean ifMatch) {}

    static OrderView of(Snapshot<Order> snapshot, boolean payer) {
        var order = snapshot.state();
        return new OrderView(
                snapshot.id(),
                snapshot.agency(),
                order.dossier(),
                order.dossierCode(),
                order.demand(),
                order.purpose(),
                order.description(),
                order.amount(),
                order.status(),
                snapshot.revision(),
                order.openedAt(),
                order.expiresAt(),
                order.attempts().stream().map(it -> attempt(snapshot.id(), it)).toList(),
                order.refunds(),
                payer && order.takesAttempts() ? List.of(checkout(snapshot)) : List.of());
    }

    private static AttemptView attempt(String order, Attempt attempt) {
        return new AttemptView(
                attempt.number(),
                new Reference(order, attempt.number()).toString(),
                attempt.status(),
                attempt.createdAt(),
                attempt.expiresAt(),
                attempt.settledAt(),
                attempt.reason(),
                attempt.providerReference());
    }

    private static Action checkout(Snapshot<Order> order) {
        var href = "/api/v1/agencies/" + order.agency() + "/payments/" + order.id() + "/checkouts";
        return new Action("checkout", "POST", href, false);
    }
}
