package io.motcua.dossier.deadlines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Worked examples, by the wall clock in Lạng Sơn; 2026-06-01 is a Monday. */
class DeadlinesTests {

    /** Giỗ Tổ falls on a Sunday; 30/4 and 1/5; 2/9 with the day before, and Monday 31/8 swapped for Saturday 22/8. */
    private static final WorkingCalendar CALENDAR = new WorkingCalendar(
            WorkingCalendar.VIETNAM,
            WorkingCalendar.usual().week(),
            Set.of(
                    LocalDate.of(2026, 4, 27),
                    LocalDate.of(2026, 4, 30),
                    LocalDate.of(2026, 5, 1),
                    LocalDate.of(2026, 8, 31),
                    LocalDate.of(2026, 9, 1),
                    LocalDate.of(2026, 9, 2)),
            Set.of(LocalDate.of(2026, 8, 22)));

    @ParameterizedTest(name = "{0} {1} from {2}: {3} ({4})")
    @CsvSource({
        "3, WORKING_DAY, 2026-06-01T09:00, 2026-06-04T17:30, the day after is day one",
        "7, WORKING_DAY, 2026-06-01T09:00, 2026-06-10T17:30, over a week-end",
        "1, WORKING_DAY, 2026-06-05T10:00, 2026-06-08T17:30, Friday to Monday",
        "1, WORKING_DAY, 2026-06-05T18:00, 2026-06-09T17:30, accepted after closing starts on Monday",
        "1, WORKING_DAY, 2026-06-06T10:00, 2026-06-09T17:30, accepted on Saturday starts on Monday",
        "1, WORKING_DAY, 2026-06-01T06:00, 2026-06-02T17:30, accepted before opening starts the same day",
        "2, WORKING_DAY, 2026-04-29T09:00, 2026-05-05T17:30, two holidays and a week-end between",
        "1, WORKING_DAY, 2026-04-24T09:00, 2026-04-28T17:30, a holiday on Sunday takes the Monday",
        "1, WORKING_DAY, 2026-08-21T09:00, 2026-08-22T17:30, a Saturday worked by swap counts",
        "3, WORKING_DAY, 2026-08-28T09:00, 2026-09-07T17:30, a Monday off by swap does not",
        "8, HOUR, 2026-06-01T07:30, 2026-06-01T17:30, a whole day with its lunch break",
        "8, HOUR, 2026-06-01T10:00, 2026-06-02T10:00, the rest on the next day",
        "4, HOUR, 2026-06-01T11:30, 2026-06-01T17:30, accepted at lunch starts at 13:30",
        "4, HOUR, 2026-06-01T07:30, 2026-06-01T11:30, up to the lunch break and not behind it",
        "2, HOUR, 2026-06-05T16:30, 2026-06-08T08:30, over the week-end",
        "1, HOUR, 2026-06-07T12:00, 2026-06-08T08:30, accepted on Sunday",
        "30, DAY, 2026-06-01T09:00, 2026-07-01T17:30, days of the calendar",
        "5, DAY, 2026-06-01T09:00, 2026-06-08T17:30, a last day on Saturday moves to Monday",
        "15, DAY, 2026-04-15T09:00, 2026-05-04T17:30, a last day on a holiday moves behind it",
        "1, MONTH, 2026-06-15T09:00, 2026-07-15T17:30, the same day of the next month",
        "1, MONTH, 2026-01-30T09:00, 2026-03-02T17:30, no 30 February: the 28th is a Saturday",
        "1, MONTH, 2026-12-31T09:00, 2027-02-01T17:30, into the next year",
        "1, MONTH, 2026-08-22T09:00, 2026-09-22T17:30, from a Saturday worked by swap",
        "0, WORKING_DAY, 2026-06-01T09:00, 2026-06-01T17:30, the same day",
        "0, WORKING_DAY, 2026-06-01T15:00, 2026-06-01T17:30, three o'clock is still early enough",
        "0, WORKING_DAY, 2026-06-01T15:01, 2026-06-02T17:30, later is not",
        "0, WORKING_DAY, 2026-06-05T15:30, 2026-06-08T17:30, late on Friday means Monday",
        "0, WORKING_DAY, 2026-06-06T10:00, 2026-06-08T17:30, on Saturday it means Monday",
        "0, DAY, 2026-06-01T09:00, 2026-06-01T17:30, zero days are the same day too",
    })
    void due(int amount, TimeLimit.Unit unit, LocalDateTime accepted, LocalDateTime due, String why) {
        assertThat(Deadlines.due(at(accepted), new TimeLimit(amount, unit), CALENDAR))
                .as(why)
                .isEqualTo(at(due));
    }

    @ParameterizedTest(name = "due {0}, waiting from {1} to {2}: {3} ({4})")
    @CsvSource({
        "2026-06-04T17:30, 2026-06-02T09:00, 2026-06-03T09:00, 2026-06-05T17:30, a day of eight hours lost",
        "2026-06-04T17:30, 2026-06-02T10:00, 2026-06-02T11:00, 2026-06-05T08:30, an hour lost",
        "2026-06-05T10:00, 2026-06-01T09:00, 2026-06-01T11:30, 2026-06-05T14:30, the rest behind the lunch break",
        "2026-06-10T17:30, 2026-06-05T17:30, 2026-06-08T07:30, 2026-06-10T17:30, a week-end costs nothing",
        "2026-04-29T17:30, 2026-04-29T16:30, 2026-05-04T08:30, 2026-05-04T09:30, nor do holidays",
        "2026-06-04T17:30, 2026-06-02T09:00, 2026-06-02T09:00, 2026-06-04T17:30, no time at all",
    })
    void extended(LocalDateTime due, LocalDateTime paused, LocalDateTime resumed, LocalDateTime moved, String why) {
        assertThat(Deadlines.extended(at(due), at(paused), at(resumed), CALENDAR))
                .as(why)
                .isEqualTo(at(moved));
    }

    @Test
    void a_calendar_that_never_opens_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WorkingCalendar(WorkingCalendar.VIETNAM, Map.of(), Set.of(), Set.of()));
        var closed = new WorkingCalendar(
                WorkingCalendar.VIETNAM,
                WorkingCalendar.usual().week(),
                Set.copyOf(LocalDate.of(2026, 1, 1)
                        .datesUntil(LocalDate.of(2028, 1, 1))
                        .toList()),
                Set.of());
        assertThatIllegalStateException()
                .isThrownBy(() -> Deadlines.due(
                        at(LocalDateTime.of(2026, 1, 5, 9, 0)), new TimeLimit(1, TimeLimit.Unit.WORKING_DAY), closed));
    }

    @Test
    void a_limit_is_zero_or_more_and_no_hours_cannot_be_kept() {
        assertThatIllegalArgumentException().isThrownBy(() -> new TimeLimit(-1, TimeLimit.Unit.DAY));
        assertThatIllegalArgumentException().isThrownBy(() -> new TimeLimit(0, TimeLimit.Unit.HOUR));
    }

    private static Instant at(LocalDateTime local) {
        return local.atZone(WorkingCalendar.VIETNAM).toInstant();
    }
}
