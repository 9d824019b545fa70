package io.motcua.dossier.deadlines;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;

/**
 * The appointment for the result (Decree 61/2018, and 118/2025 after it). The clock starts at acceptance, moved to the
 * next opening; working days are counted from the day after; a last day off moves to the next working day.
 */
public final class Deadlines {

    /** What is accepted later than this cannot be answered on the same day. */
    static final LocalTime SAME_DAY_UNTIL = LocalTime.of(15, 0);

    private Deadlines() {}

    public static Instant due(Instant acceptedAt, TimeLimit limit, WorkingCalendar calendar) {
        var start = calendar.openFrom(acceptedAt);
        var day = calendar.dateOf(start);
        if (limit.unit() == TimeLimit.Unit.HOUR) {
            return calendar.plus(start, Duration.ofHours(limit.amount()));
        }
        if (limit.sameDay()) {
            var late = calendar.timeOf(start).isAfter(SAME_DAY_UNTIL);
            return calendar.closing(late ? calendar.workingDayFrom(day.plusDays(1)) : day);
        }
        return calendar.closing(
                switch (limit.unit()) {
                    case WORKING_DAY -> workingDaysAfter(day, limit.amount(), calendar);
                    case DAY -> calendar.workingDayFrom(day.plusDays(limit.amount()));
                    case MONTH -> calendar.workingDayFrom(day.plusMonths(limit.amount()));
                    case HOUR -> throw new AssertionError("answered above");
                });
    }

    /** While the agency waits for the applicant the clock stands still: the due date moves by the opening time lost. */
    public static Instant extended(Instant due, Instant pausedAt, Instant resumedAt, WorkingCalendar calendar) {
        return calendar.plus(due, calendar.between(pausedAt, resumedAt));
    }

    private static LocalDate workingDaysAfter(LocalDate start, int count, WorkingCalendar calendar) {
        var day = start;
        for (int i = 0; i < count; i++) {
            day = calendar.workingDayFrom(day.plusDays(1));
        }
        return day;
    }
}
