package io.motcua.payment.callbacks;

import io.motcua.events.Money;
import io.motcua.payment.orders.Attempt;
import io.motcua.payment.orders.Order;
import io.motcua.payment.orders.OrderStatus;
import io.motcua.payment.orders.Reference;
import io.motcua.payment.vnpay.Verdict;
import io.motcua.platform.history.Snapshot;

/**
 * What a payer sees who comes back from the bank.
 *
 * @param state what is known of the attempt; {@code CONFIRMING} while only the browser says that it is paid
 * @param orderStatus where the order stands, whichever attempt led there
 */
public record Homecoming(String order, String reference, Money amount, State state, OrderStatus orderStatus) {

    /** What is known of the attempt. */
    public enum State {
        PAID,
        CONFIRMING,
        FAILED,
        PENDING
    }

    static Homecoming of(Snapshot<Order> snapshot, Attempt attempt, Verdict verdict) {
        var order = snapshot.state();
        var reference = new Reference(snapshot.id(), attempt.number());
        return new Homecoming(
                reference.order(), reference.toString(), order.amount(), state(attempt, verdict), order.status());
    }

    private static State state(Attempt attempt, Verdict verdict) {
        if (attempt.status() == Attempt.Status.PAID) {
            return State.PAID;
        }
        return switch (verdict) {
            case PAID -> State.CONFIRMING;
            case FAILED -> State.FAILED;
            case UNDECIDED, UNKNOWN -> State.PENDING;
        };
    }
}
