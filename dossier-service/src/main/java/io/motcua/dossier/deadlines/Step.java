package io.motcua.dossier.deadlines;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One stretch of time on the way to a due date.
 *
 * @param counted how much of the limit it took: minutes if the limit is in hours or time is made up for, else days or months
 * @param name of the day off, or of the day worked by swap
 */
public record Step(
        Instant from,
        Instant to,
        Kind kind,
        long counted,
        @Nullable DayName name) {

    public enum Kind {
        COUNTED,
        /** What is left of the day on which the clock starts: days are counted from the next one. */
        FIRST_DAY,
        /** Accepted while the agency was closed. */
        NOT_OPEN,
        /** Too late for an answer on the same day. */
        TOO_LATE,
        /** Closed every week. */
        CLOSED,
        /** A public holiday, or a day off by swap. */
        DAY_OFF,
        /** Where a last day moves that is no working day. */
        MOVED,
        /** Not reckoned here: another system has promised it. */
        STATED
    }

    Step until(Instant later, long more) {
        return new Step(from, later, kind, counted + more, name);
    }
}
