package io.motcua.payment.orders;

import io.motcua.events.Money;
import io.motcua.events.Recipient;
import io.motcua.platform.history.Decision;
import io.motcua.platform.history.EntryType;
import io.motcua.platform.history.Fact;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is owed for a dossier.
 *
 * @param demand the dossier's name of what is owed
 * @param purpose {@code FEE}, {@code CHARGE} or {@code OBLIGATION}
 * @param expiresAt the end of the term to pay, if there is one
 * @param withdrawalAsked whether the applicant wanted the dossier back: names the reason if it ends
 * @param endReason why it was cancelled
 * @param paidBy the number of the attempt that paid it
 * @param askAt the earliest time at which the bank is to be asked about an attempt
 */
public record Order(
        OrderStatus status,
        String dossier,
        @Nullable String dossierCode,
        String demand,
        Recipient payer,
        String purpose,
        Money amount,
        String description,
        Instant openedAt,
        @Nullable Instant expiresAt,
        List<Attempt> attempts,
        List<Refund> refunds,
        boolean withdrawalAsked,
        @Nullable String endReason,
        @Nullable Integer paidBy,
        @Nullable Instant askAt) {

    /** A person tries a few times; hundreds of attempts are a program gone wild, and would fill the document. */
    static final int MOST_ATTEMPTS = 50;

    public Order {
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(dossier, "dossier");
        Objects.requireNonNull(demand, "demand");
        Objects.requireNonNull(payer, "payer");
        Objects.requireNonNull(purpose, "purpose");
        Objects.requireNonNull(amount, "amount");
        Objects.requireNonNull(description, "description");
        Objects.requireNonNull(openedAt, "openedAt");
        attempts = List.copyOf(attempts);
        refunds = List.copyOf(refunds);
    }

    /** Opens an order under an id that derives from the demand. */
    public static Decision<Order> open(String id, Demand demand, Instant now) {
        var order = new Order(
                OrderStatus.OPEN,
                demand.dossier(),
                demand.dossierCode(),
                demand.demand(),
                demand.payer(),
                demand.purpose(),
                demand.amount(),
                demand.description(),
                now,
                demand.expiresAt(),
                List.of(),
                List.of(),
                false,
                null,
                null,
                null);
        return Decision.of(order, Announcements.opened(id, order));
    }

    /**
     * Decides by {@link Rules} what a command does.
     *
     * @throws OrderNotOpen if an attempt is to be started and must not
     */
    public Decision<Order> handle(String id, Command command, Instant now) {
        var rule = Rules.of(status, command.getClass());
        return switch (command) {
            case Command.StartAttempt start -> start(rule, start, now);
            case Command.Pay pay -> pay(rule, id, pay, now);
            case Command.Fail fail -> fail(rule, id, fail, now);
            case Command.Lapse lapse -> lapse(lapse, now);
            case Command.LeaveUndecided undecided -> note(this, undecided, undecided.attempt(), undecided.reason());
            case Command.NoteOtherAmount other -> note(this, other, other.attempt(), other.claimed());
            case Command.NoteWithdrawal withdrawal -> note(withWithdrawalAsked(), withdrawal, null, null);
            case Command.EndDossier end -> endDossier(rule, end);
            case Command.ProposeRefund refund -> proposeRefund(rule, id, refund, now);
            case Command.EndTerm end ->
                rule.effect() == Rules.Effect.EXPIRE
                        ? Decision.of(to(rule.to()), fact(Entries.EXPIRED, new Entries.Ended("TERM")))
                        : note(this, end, null, null);
        };
    }

    /** The bank could not say yet: it is asked again later. No entry: nothing has happened. */
    public Decision<Order> askLater(int attempt, Instant at) {
        return Decision.quietly(with(attempt, known -> known.pending() ? known.toBeAsked(at) : known));
    }

    /** Whether the rules let an attempt start now. */
    public boolean takesAttempts() {
        return Rules.of(status, Command.StartAttempt.class).effect() == Rules.Effect.START_ATTEMPT
                && attempts.size() < MOST_ATTEMPTS;
    }

    public Optional<Attempt> attempt(int number) {
        return attempts.stream().filter(attempt -> attempt.number() == number).findFirst();
    }

    /** The attempt that this request has started, however often it is repeated. */
    public Optional<Attempt> attemptOf(String request) {
        return attempts.stream()
                .filter(attempt -> attempt.request().equals(request))
                .findFirst();
    }

    private Decision<Order> start(Rules.Rule rule, Command.StartAttempt start, Instant now) {
        if (rule.effect() == Rules.Effect.REFUSE) {
            throw new OrderNotOpen(status);
        }
        if (attempts.size() >= MOST_ATTEMPTS) {
            throw new TooManyAttempts(MOST_ATTEMPTS);
        }
        var attempt = Attempt.started(attempts.size() + 1, start, now);
        var next = withAttempts(
                Stream.concat(attempts.stream(), Stream.of(attempt)).toList());
        return Decision.quietly(
                next, fact(Entries.ATTEMPT_STARTED, new Entries.AttemptStarted(attempt.number(), attempt.expiresAt())));
    }

    private Decision<Order> pay(Rules.Rule rule, String id, Command.Pay pay, Instant now) {
        var attempt = attempt(pay.attempt());
        if (attempt.isEmpty() || attempt.get().status() == Attempt.Status.PAID) {
            return note(this, pay, pay.attempt(), pay.providerReference());
        }
        var settled = with(pay.attempt(), known -> known.paid(pay.providerReference(), pay.paidAt()));
        if (rule.effect() == Rules.Effect.PAY) {
            return Decision.of(settled.to(rule.to()).withPaidBy(pay.attempt()), Announcements.confirmed(id, this, pay));
        }
        var reason = status == OrderStatus.CANCELLED && endReason != null ? endReason : "DUPLICATE";
        return settled.refund(id, pay.attempt(), pay.providerReference(), reason, now);
    }

    /** Told to the payer only while the order is open: who has paid need not hear of an attempt that failed. */
    private Decision<Order> fail(Rules.Rule rule, String id, Command.Fail fail, Instant now) {
        var attempt = attempt(fail.attempt());
        if (attempt.isEmpty() || !attempt.get().pending()) {
            return note(this, fail, fail.attempt(), fail.reason());
        }
        var next = with(fail.attempt(), known -> known.failed(fail.reason(), now));
        if (rule.from() != OrderStatus.OPEN) {
            return closed(next, fail.attempt(), Attempt.Status.FAILED, fail.reason());
        }
        return Decision.quietly(next, Announcements.failed(id, this, fail, now));
    }

    private Decision<Order> lapse(Command.Lapse lapse, Instant now) {
        var attempt = attempt(lapse.attempt());
        if (attempt.isEmpty() || !attempt.get().pending()) {
            return note(this, lapse, lapse.attempt(), lapse.reason());
        }
        var next = with(lapse.attempt(), known -> known.lapsed(lapse.reason(), now));
        return closed(next, lapse.attempt(), Attempt.Status.LAPSED, lapse.reason());
    }

    private Decision<Order> endDossier(Rules.Rule rule, Command.EndDossier end) {
        if (rule.effect() != Rules.Effect.CANCEL) {
            return note(this, end, null, end.reason());
        }
        var reason = withdrawalAsked ? "WITHDRAWN" : end.reason();
        return Decision.of(to(rule.to()).withEndReason(reason), fact(Entries.CANCELLED, new Entries.Ended(reason)));
    }

    private Decision<Order> proposeRefund(Rules.Rule rule, String id, Command.ProposeRefund refund, Instant now) {
        var paying = paidBy == null ? Optional.<Attempt>empty() : attempt(paidBy);
        var reference = paying.map(Attempt::providerReference).orElse(null);
        var known = refunds.stream().anyMatch(proposed -> Objects.equals(proposed.attempt(), paidBy));
        if (rule.effect() != Rules.Effect.PROPOSE_REFUND || paying.isEmpty() || reference == null || known) {
            return note(this, refund, paidBy, refund.reason());
        }
        return refund(id, paying.get().number(), reference, refund.reason(), now);
    }

    private Decision<Order> refund(String id, int attempt, String reference, String reason, Instant now) {
        var refund = new Refund(attempt, amount, reason, reference, now);
        return Decision.quietly(
                withRefunds(Stream.concat(refunds.stream(), Stream.of(refund)).toList()),
                Announcements.refundProposed(id, this, refund));
    }

    private static Decision<Order> closed(Order next, int attempt, Attempt.Status status, String reason) {
        return Decision.quietly(next, fact(Entries.ATTEMPT_CLOSED, new Entries.AttemptClosed(attempt, status, reason)));
    }

    private static Decision<Order> note(
            Order next, Command command, @Nullable Integer attempt, @Nullable String detail) {
        var note = new Entries.Note(command.getClass().getSimpleName(), attempt, detail);
        return Decision.quietly(next, fact(Entries.NOTED, note));
    }

    private static Fact fact(EntryType type, Object data) {
        return new Fact(type, data);
    }

    private Order with(int number, UnaryOperator<Attempt> change) {
        return withAttempts(attempts.stream()
                .map(attempt -> attempt.number() == number ? change.apply(attempt) : attempt)
                .toList());
    }

    private Order withAttempts(List<Attempt> changed) {
        var earliest = changed.stream()
                .filter(Attempt::pending)
                .map(Attempt::askAt)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
        return copy(status, changed, refunds, withdrawalAsked, endReason, paidBy, earliest);
    }

    private Order to(OrderStatus next) {
        return copy(next, attempts, refunds, withdrawalAsked, endReason, paidBy, askAt);
    }

    private Order withRefunds(List<Refund> changed) {
        return copy(status, attempts, changed, withdrawalAsked, endReason, paidBy, askAt);
    }

    private Order withWithdrawalAsked() {
        return copy(status, attempts, refunds, true, endReason, paidBy, askAt);
    }

    private Order withEndReason(String reason) {
        return copy(status, attempts, refunds, withdrawalAsked, reason, paidBy, askAt);
    }

    private Order withPaidBy(int attempt) {
        return copy(status, attempts, refunds, withdrawalAsked, endReason, attempt, askAt);
    }

    private Order copy(
            OrderStatus nextStatus,
            List<Attempt> nextAttempts,
            List<Refund> nextRefunds,
            boolean asked,
            @Nullable String ended,
            @Nullable Integer payingAttempt,
            @Nullable Instant ask) {
        return new Order(
                nextStatus,
                dossier,
                dossierCode,
                demand,
                payer,
                purpose,
                amount,
                description,
                openedAt,
                expiresAt,
                nextAttempts,
                nextRefunds,
                asked,
                ended,
                payingAttempt,
                ask);
    }
}
