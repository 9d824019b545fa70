package io.motcua.notification.messages;

import java.time.Instant;

/** What may be asked of a delivery. {@code by} is the claim in whose name it is asked. */
public sealed interface Command {
    String by();

    Instant at();

    /** An instance takes the message to send it; until then nobody else does. */
    record Claim(String by, Instant at, Instant until) implements Command {}

    /** The channel has taken the message. */
    record Confirm(String by, Instant at) implements Command {}

    /** The attempt has ended without success; the next one is due then. */
    record Postpone(String by, Instant at, AttemptOutcome outcome, String reason, Instant until) implements Command {}

    /** No further attempt makes sense. */
    record GiveUp(String by, Instant at, AttemptOutcome outcome, String reason) implements Command {}
}
