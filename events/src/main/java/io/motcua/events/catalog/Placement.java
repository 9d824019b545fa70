package io.motcua.events.catalog;

import java.util.Objects;

/**
 * Where an agency's part of one service runs.
 *
 * @param mode {@code pool} or {@code own}
 * @param epoch rises with every move; what carries an older epoch is out of date
 */
public record Placement(String mode, int epoch) {

    public Placement {
        Objects.requireNonNull(mode, "mode");
    }
}
