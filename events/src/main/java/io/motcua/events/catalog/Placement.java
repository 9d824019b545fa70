package io.motcua.events.catalog;

import java.util.Objects;

/**
 * Where an agency's part of one service runs.
 *
 * @param mode {@code pool}, {@code own}, or {@code withdrawn}: nobody serves it any more, and its data stay where they were
 * @param epoch rises with every move; what carries an older epoch is out of date
 */
public record Placement(String mode, int epoch) {

    public Placement {
        Objects.requireNonNull(mode, "mode");
    }
}
