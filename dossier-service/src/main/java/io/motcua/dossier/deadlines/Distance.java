package io.motcua.dossier.deadlines;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/**
 * The opening time between now and a due date.
 *
 * @param late whether the due date is over
 * @param workingDays whole ones
 * @param minutes of opening time beside them
 */
public record Distance(boolean late, int workingDays, long minutes) {

    static Distance between(Instant now, Instant due, WorkingCalendar calendar) {
        return now.isAfter(due) ? of(true, due, now, calendar) : of(false, now, due, calendar);
    }

    /** Full days lie between the first and the last; what is open of these two makes a day more where it is enough. */
    private static Distance of(boolean late, Instant from, Instant to, WorkingCalendar calendar) {
        var first = calendar.dateOf(from);
        var last = calendar.dateOf(to);
        if (first.equals(last)) {
            var open = calendar.between(from, to);
            var whole = !open.isZero() && open.equals(length(last, calendar));
            return whole ? new Distance(late, 1, 0) : new Distance(late, 0, open.toMinutes());
        }
        int days =
                (int) first.plusDays(1).datesUntil(last).filter(calendar::works).count();
        var rest = calendar.between(from, calendar.midnight(first.plusDays(1)))
                .plus(calendar.between(calendar.midnight(last), to));
        var day = length(calendar.works(last) ? last : calendar.workingDayFrom(last), calendar);
        while (rest.compareTo(day) >= 0) {
            rest = rest.minus(day);
            days++;
        }
        return new Distance(late, days, rest.toMinutes());
    }

    private static Duration length(LocalDate day, WorkingCalendar calendar) {
        return calendar.between(calendar.midnight(day), calendar.midnight(day.plusDays(1)));
    }
}
