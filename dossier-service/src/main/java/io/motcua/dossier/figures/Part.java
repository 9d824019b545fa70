package io.motcua.dossier.figures;

import io.motcua.dossier.deadlines.WorkingCalendar;
import java.time.Instant;
import java.time.LocalDate;

/** One thing to count, and when it happened. */
public record Part(Measure measure, Instant at, long amount) {

    static Part one(Measure measure, Instant at) {
        return new Part(measure, at, 1);
    }

    /** On which day of the office. */
    LocalDate day() {
        return LocalDate.ofInstant(at, WorkingCalendar.VIETNAM);
    }

    /** Whether it has happened, and is not only to be expected. */
    boolean past() {
        return measure != Measure.BECAME_LATE;
    }
}
