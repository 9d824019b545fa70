package io.motcua.payment.orders;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What can happen to an order. Only {@link StartAttempt} is a wish; all others are facts, and facts are never refused. */
public sealed interface Command {

    /** The payer wants to go to the bank. */
    record StartAttempt(String request, Instant expiresAt, Instant askAt) implements Command {}

    /** The bank has the money. */
    record Pay(int attempt, String provider, String providerReference, Instant paidAt) implements Command {
        public Pay {
            Objects.requireNonNull(provider, "provider");
            Objects.requireNonNull(providerReference, "providerReference");
            Objects.requireNonNull(paidAt, "paidAt");
        }
    }

    /** The bank says that the attempt came to nothing. */
    record Fail(int attempt, String provider, String reason) implements Command {}

    /** The bank does not know yet, or suspects a fraud. */
    record LeaveUndecided(int attempt, String reason) implements Command {}

    /** The bank never heard of the attempt, or stays undecided beyond all patience. */
    record Lapse(int attempt, String reason) implements Command {}

    /** The bank names another amount than the one that is owed. */
    record NoteOtherAmount(int attempt, @Nullable String claimed, String providerReference) implements Command {}

    /** The applicant wants the dossier back; an officer may still refuse that. */
    record NoteWithdrawal() implements Command {}

    /** The dossier has ended without a result: {@code REFUSED} or {@code STOPPED}. */
    record EndDossier(String reason) implements Command {}

    /** The dossier does not owe what was paid. */
    record ProposeRefund(String reason) implements Command {}

    /** The time to pay is over. */
    record EndTerm() implements Command {}
}
