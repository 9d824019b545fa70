package io.motcua.payment.orders;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One try to pay an order.
 *
 * @param number counts from 1
 * @param request derives from the request that started it, so that its repetition finds it again
 * @param expiresAt after this the bank takes no money for it
 * @param askAt when the bank is to be asked about it, while it is pending
 * @param reason the bank's code, once it has failed
 * @param providerReference the bank's number of the transaction, once it is paid
 */
public record Attempt(
        int number,
        String request,
        Status status,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant askAt,
        @Nullable String reason,
        @Nullable String providerReference,
        @Nullable Instant settledAt) {

    /** What is known of an attempt. */
    public enum Status {
        PENDING,
        PAID,
        FAILED,
        /** The bank has never heard of it, or has not decided for days. Money that comes in after all still counts. */
        LAPSED
    }

    public Attempt {
        Objects.requireNonNull(request, "request");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(createdAt, "createdAt");
        Objects.requireNonNull(expiresAt, "expiresAt");
    }

    static Attempt started(int number, Command.StartAttempt start, Instant now) {
        return new Attempt(
                number, start.request(), Status.PENDING, now, start.expiresAt(), start.askAt(), null, null, null);
    }

    Attempt paid(String reference, Instant at) {
        return new Attempt(number, request, Status.PAID, createdAt, expiresAt, null, null, reference, at);
    }

    Attempt failed(String why, Instant at) {
        return new Attempt(number, request, Status.FAILED, createdAt, expiresAt, null, why, null, at);
    }

    Attempt lapsed(String why, Instant at) {
        return new Attempt(number, request, Status.LAPSED, createdAt, expiresAt, null, why, null, at);
    }

    Attempt toBeAsked(Instant at) {
        return new Attempt(number, request, status, createdAt, expiresAt, at, reason, providerReference, settledAt);
    }

    public boolean pending() {
        return status == Status.PENDING;
    }
}
