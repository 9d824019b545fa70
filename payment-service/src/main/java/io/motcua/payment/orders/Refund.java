package io.motcua.payment.orders;

import io.motcua.events.Money;
import java.time.Instant;
import java.util.Objects;

/**
 * Money to give back, if two officers agree.
 *
 * @param attempt the attempt that brought the money in
 * @param reason {@code DUPLICATE}, {@code WITHDRAWN}, {@code REFUSED} or {@code STOPPED}
 */
public record Refund(int attempt, Money amount, String reason, String providerReference, Instant proposedAt) {

    public Refund {
        Objects.requireNonNull(amount, "amount");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(providerReference, "providerReference");
        Objects.requireNonNull(proposedAt, "proposedAt");
    }
}
