package io.motcua.catalog.imports;

import io.motcua.platform.history.Actor;
import io.motcua.platform.history.Cause;

/**
 * A row that passed every check.
 *
 * @param identity what it is about; a second row about the same in one file is refused, because the two would overwrite
 *     each other for ever
 * @param write applies it
 */
public record Accepted(String identity, Write write) {

    /** The writing of one row. */
    @FunctionalInterface
    public interface Write {
        Outcome by(Cause cause, Actor actor);
    }
}
