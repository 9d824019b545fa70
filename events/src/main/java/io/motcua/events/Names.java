package io.motcua.events;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A name in the languages of the platform.
 *
 * @param vi the official name
 * @param en the English name, where somebody has given one
 */
public record Names(String vi, @Nullable String en) {

    public Names {
        Objects.requireNonNull(vi, "vi");
    }
}
