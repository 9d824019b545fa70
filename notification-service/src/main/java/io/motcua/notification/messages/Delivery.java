package io.motcua.notification.messages;

import io.motcua.notification.messages.Command.Claim;
import io.motcua.notification.messages.Command.Confirm;
import io.motcua.notification.messages.Command.GiveUp;
import io.motcua.notification.messages.Command.Postpone;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a message has come.
 *
 * @param dueAt when somebody should see to it: the next attempt, or the end of a claim whose holder may have died;
 *     absent at the end
 * @param claim names the claim of the instance that is sending
 */
public record Delivery(
        MessageStatus status,
        List<Attempt> attempts,
        @Nullable Instant dueAt,
        @Nullable String claim,
        @Nullable Instant endedAt) {
    /** The sender of a claim that ran out did not say how it ended. */
    static final String SENDER_LOST = "SENDER_LOST";

    public Delivery {
        attempts = List.copyOf(attempts);
    }

    static Delivery due(Instant at) {
        return new Delivery(MessageStatus.PENDING, List.of(), at, null, null);
    }

    /** Returns this very delivery if the rules leave it as it is. */
    Delivery handle(Command command) {
        var rule = Rules.of(status, command);
        if (!rule.guard().holds(this, command)) {
            return this;
        }
        return switch (command) {
            case Claim(var by, var at, var until) -> new Delivery(rule.to(), started(at), until, by, null);
            case Confirm(var by, var at) ->
                new Delivery(rule.to(), ended(by, AttemptOutcome.SENT, null), null, null, at);
            case Postpone(var by, var _, var outcome, var reason, var until) ->
                new Delivery(rule.to(), ended(by, outcome, reason), until, null, null);
            case GiveUp(var by, var at, var outcome, var reason) ->
                new Delivery(rule.to(), ended(by, outcome, reason), null, null, at);
        };
    }

    public Attempt lastAttempt() {
        return attempts.getLast();
    }

    /** How often the citizen may have got the message once more than meant. */
    public long repeats() {
        return attempts.stream()
                .filter(attempt -> attempt.repeat() && attempt.mayHaveSent())
                .count();
    }

    private List<Attempt> started(Instant at) {
        var attempts =
                claim == null ? new ArrayList<>(this.attempts) : ended(claim, AttemptOutcome.UNCLEAR, SENDER_LOST);
        var repeat = attempts.stream().anyMatch(Attempt::mayHaveSent);
        attempts.add(new Attempt(attempts.size() + 1, at, repeat, null, null));
        return attempts;
    }

    /** Of an attempt under a claim that has passed to another, the news comes too late for the list. */
    private ArrayList<Attempt> ended(String by, AttemptOutcome outcome, @Nullable String reason) {
        var attempts = new ArrayList<>(this.attempts);
        if (by.equals(claim)) {
            var last = attempts.removeLast();
            if (outcome != AttemptOutcome.NOT_TRIED) {
                attempts.add(last.ended(outcome, reason));
            }
        }
        return attempts;
    }
}
