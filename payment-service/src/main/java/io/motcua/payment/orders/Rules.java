package io.motcua.payment.orders;

import static io.motcua.payment.orders.OrderStatus.CANCELLED;
import static io.motcua.payment.orders.OrderStatus.EXPIRED;
import static io.motcua.payment.orders.OrderStatus.OPEN;
import static io.motcua.payment.orders.OrderStatus.PAID;

import java.util.List;

/** The only place that says what may happen to an order in which state. */
final class Rules {

    /** What a rule does beside moving the order. */
    enum Effect {
        START_ATTEMPT,
        PAY,
        PROPOSE_REFUND,
        SETTLE_ATTEMPT,
        CANCEL,
        EXPIRE,
        /** Kept in the history for who looks into it; changes nothing that is owed. */
        NOTE,
        REFUSE
    }

    /**
     * One row: this, in that state, leads there.
     *
     * @param on the command's type
     */
    record Rule(OrderStatus from, Class<? extends Command> on, OrderStatus to, Effect effect) {}

    static final List<Rule> ALL = List.of(
            new Rule(OPEN, Command.StartAttempt.class, OPEN, Effect.START_ATTEMPT),
            new Rule(OPEN, Command.Pay.class, PAID, Effect.PAY),
            new Rule(OPEN, Command.Fail.class, OPEN, Effect.SETTLE_ATTEMPT),
            new Rule(OPEN, Command.LeaveUndecided.class, OPEN, Effect.NOTE),
            new Rule(OPEN, Command.Lapse.class, OPEN, Effect.SETTLE_ATTEMPT),
            new Rule(OPEN, Command.NoteOtherAmount.class, OPEN, Effect.NOTE),
            new Rule(OPEN, Command.NoteWithdrawal.class, OPEN, Effect.NOTE),
            new Rule(OPEN, Command.EndDossier.class, CANCELLED, Effect.CANCEL),
            new Rule(OPEN, Command.ProposeRefund.class, OPEN, Effect.NOTE),
            new Rule(OPEN, Command.EndTerm.class, EXPIRED, Effect.EXPIRE),
            new Rule(PAID, Command.StartAttempt.class, PAID, Effect.REFUSE),
            new Rule(PAID, Command.Pay.class, PAID, Effect.PROPOSE_REFUND),
            new Rule(PAID, Command.Fail.class, PAID, Effect.SETTLE_ATTEMPT),
            new Rule(PAID, Command.LeaveUndecided.class, PAID, Effect.NOTE),
            new Rule(PAID, Command.Lapse.class, PAID, Effect.SETTLE_ATTEMPT),
            new Rule(PAID, Command.NoteOtherAmount.class, PAID, Effect.NOTE),
            new Rule(PAID, Command.NoteWithdrawal.class, PAID, Effect.NOTE),
            // Whether money goes back is the dossier's word (RefundDue), not a guess from its end.
            new Rule(PAID, Command.EndDossier.class, PAID, Effect.NOTE),
            new Rule(PAID, Command.ProposeRefund.class, PAID, Effect.PROPOSE_REFUND),
            new Rule(PAID, Command.EndTerm.class, PAID, Effect.NOTE),
            new Rule(CANCELLED, Command.StartAttempt.class, CANCELLED, Effect.REFUSE),
            new Rule(CANCELLED, Command.Pay.class, CANCELLED, Effect.PROPOSE_REFUND),
            new Rule(CANCELLED, Command.Fail.class, CANCELLED, Effect.SETTLE_ATTEMPT),
            new Rule(CANCELLED, Command.LeaveUndecided.class, CANCELLED, Effect.NOTE),
            new Rule(CANCELLED, Command.Lapse.class, CANCELLED, Effect.SETTLE_ATTEMPT),
            new Rule(CANCELLED, Command.NoteOtherAmount.class, CANCELLED, Effect.NOTE),
            new Rule(CANCELLED, Command.NoteWithdrawal.class, CANCELLED, Effect.NOTE),
            new Rule(CANCELLED, Command.EndDossier.class, CANCELLED, Effect.NOTE),
            new Rule(CANCELLED, Command.ProposeRefund.class, CANCELLED, Effect.NOTE),
            new Rule(CANCELLED, Command.EndTerm.class, CANCELLED, Effect.NOTE),
            new Rule(EXPIRED, Command.StartAttempt.class, EXPIRED, Effect.REFUSE),
            new Rule(EXPIRED, Command.Pay.class, PAID, Effect.PAY),
            new Rule(EXPIRED, Command.Fail.class, EXPIRED, Effect.SETTLE_ATTEMPT),
            new Rule(EXPIRED, Command.LeaveUndecided.class, EXPIRED, Effect.NOTE),
            new Rule(EXPIRED, Command.Lapse.class, EXPIRED, Effect.SETTLE_ATTEMPT),
            new Rule(EXPIRED, Command.NoteOtherAmount.class, EXPIRED, Effect.NOTE),
            new Rule(EXPIRED, Command.NoteWithdrawal.class, EXPIRED, Effect.NOTE),
            new Rule(EXPIRED, Command.EndDossier.class, CANCELLED, Effect.CANCEL),
            new Rule(EXPIRED, Command.ProposeRefund.class, EXPIRED, Effect.NOTE),
            new Rule(EXPIRED, Command.EndTerm.class, EXPIRED, Effect.NOTE));

    private Rules() {}

    static Rule of(OrderStatus from, Class<? extends Command> on) {
        return ALL.stream()
                .filter(rule -> rule.from() == from && rule.on() == on)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No rule for " + on.getSimpleName() + " in " + from));
    }
}
