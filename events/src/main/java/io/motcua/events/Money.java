package io.motcua.events;

import java.util.Objects;

/**
 * An amount of money.
 *
 * @param amount in the smallest unit of the currency, zero or more; VND has no minor unit
 * @param currency ISO 4217
 */
public record Money(long amount, String currency) {

    /** Whole đồng: the currency has no minor unit. */
    public static Money dong(long amount) {
        return new Money(amount, "VND");
    }

    public Money {
        Objects.requireNonNull(currency, "currency");
        if (amount < 0) {
            throw new IllegalArgumentException("amount must not be negative: " + amount);
        }
    }
}
