package io.motcua.platform.history;

import java.util.List;

/**
 * What a rule makes of an aggregate: its next state and what happened.
 *
 * @param revises whether the change moves the revision that callers see as {@code ETag}
 * @param written false if nothing is to be written
 */
public record Decision<S>(S next, boolean revises, boolean written, List<Fact> facts) {

    public Decision {
        facts = List.copyOf(facts);
    }

    /** A change that other readers of the aggregate must take note of. */
    public static <S> Decision<S> of(S next, Fact... facts) {
        return new Decision<>(next, true, true, List.of(facts));
    }

    /** A change that does not make anybody's last reading stale. */
    public static <S> Decision<S> quietly(S next, Fact... facts) {
        return new Decision<>(next, false, true, List.of(facts));
    }

    public static <S> Decision<S> unchanged(S same) {
        return new Decision<>(same, false, false, List.of());
    }
}
