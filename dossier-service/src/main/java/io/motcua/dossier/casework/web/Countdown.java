package io.motcua.dossier.casework.web;

import io.motcua.dossier.deadlines.Distance;
import org.jspecify.annotations.Nullable;

/**
 * The clock of a dossier as it now stands.
 *
 * @param distance to the due date, in opening time; none unless the clock runs or is paused
 * @param text the same in words
 */
record Countdown(
        State state, @Nullable Distance distance, @Nullable String text) {

    enum State {
        NOT_STARTED,
        RUNNING,
        /** The agency waits for the applicant. */
        PAUSED,
        ENDED
    }

    static Countdown still(State state) {
        return new Countdown(state, null, null);
    }
}
