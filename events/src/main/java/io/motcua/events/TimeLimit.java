package io.motcua.events;

import java.util.Objects;

/**
 * The time within which the law wants a dossier answered.
 *
 * @param amount zero or more; zero working days means the same day
 * @param unit {@code HOUR}, {@code WORKING_DAY}, {@code DAY} or {@code MONTH}
 */
public record TimeLimit(int amount, String unit) {

    public TimeLimit {
        Objects.requireNonNull(unit, "unit");
        if (amount < 0) {
            throw new IllegalArgumentException("amount must not be negative: " + amount);
        }
    }
}
