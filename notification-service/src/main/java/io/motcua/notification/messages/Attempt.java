package io.motcua.notification.messages;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to send a message.
 *
 * @param repeat whether an earlier attempt may have sent it already
 * @param outcome absent while the attempt runs
 * @param reason a code such as {@code SMTP_451}: what servers answer may quote the address, so their text is not kept
 */
public record Attempt(
        int number,
        Instant at,
        boolean repeat,
        @Nullable AttemptOutcome outcome,
        @Nullable String reason) {
    Attempt ended(AttemptOutcome outcome, @Nullable String reason) {
        return new Attempt(number, at, repeat, outcome, reason);
    }

    /** Whether the citizen may have got the message by this attempt. */
    boolean mayHaveSent() {
        return outcome == AttemptOutcome.SENT || outcome == AttemptOutcome.UNCLEAR;
    }
}
