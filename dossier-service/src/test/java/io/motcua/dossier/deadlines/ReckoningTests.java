package io.motcua.dossier.deadlines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** By the wall clock in Lạng Sơn. */
class ReckoningTests {

    static List<Examples.Example> examples() {
        return Examples.all();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void due(Examples.Example example) {
        var reckoning = example.reckoned();
        assertThat(reckoning.firstDueAt()).isEqualTo(example.dueAt());
        assertThat(reckoning.dueAt()).isEqualTo(example.dueAgain());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void steps_begin_at_acceptance_and_end_one_after_another(Examples.Example example) {
        var steps = example.reckoned().steps();
        assertThat(steps.getFirst().from()).isAfterOrEqualTo(example.acceptedAt());
        for (int i = 1; i < steps.size(); i++) {
            assertThat(steps.get(i).from()).isAfter(steps.get(i - 1).from());
            assertThat(steps.get(i).to()).isAfterOrEqualTo(steps.get(i - 1).to());
        }
        assertThat(steps).allSatisfy(it -> assertThat(it.from()).isBefore(it.to()));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void what_is_counted_is_the_limit(Examples.Example example) {
        var limit = example.limit();
        var counted =
                example.reckoned().steps().stream().mapToLong(Step::counted).sum();
        assertThat(counted).isEqualTo(limit.unit() == TimeLimit.Unit.HOUR ? 60L * limit.amount() : limit.amount());
    }

    @ParameterizedTest(name = "at {0}, due {1}: {2}")
    @CsvSource({
        "2026-06-01T09:00, 2026-06-04T17:30, còn 3 ngày làm việc 6 giờ 30 phút, 3 working days 6 h 30 min left",
        "2026-06-01T14:30, 2026-06-04T17:30, còn 3 ngày làm việc 3 giờ, 3 working days 3 h left",
        "2026-06-01T07:30, 2026-06-01T17:30, còn 1 ngày làm việc, 1 working day left",
        "2026-06-01T07:00, 2026-06-01T11:30, còn 4 giờ, 4 h left",
        "2026-06-01T12:00, 2026-06-01T17:30, còn 4 giờ, 4 h left",
        "2026-06-01T17:29, 2026-06-01T17:30, còn 1 phút, 1 min left",
        "2026-06-01T17:30, 2026-06-01T17:30, còn 0 phút, 0 min left",
        "2026-06-05T17:30, 2026-06-08T08:30, còn 1 giờ, 1 h left",
        "2026-06-05T16:30, 2026-06-08T08:30, còn 2 giờ, 2 h left",
        "2026-06-06T12:00, 2026-06-09T17:30, còn 2 ngày làm việc, 2 working days left",
        "2026-02-13T16:30, 2026-02-23T08:30, còn 2 giờ, 2 h left",
        "2026-06-01T17:31, 2026-06-01T17:30, quá hạn 0 phút, late by 0 min",
        "2026-06-02T07:31, 2026-06-01T17:30, quá hạn 1 phút, late by 1 min",
        "2026-06-02T17:30, 2026-06-01T17:30, quá hạn 1 ngày làm việc, late by 1 working day",
        "2026-06-08T09:30, 2026-06-03T17:30, quá hạn 2 ngày làm việc 2 giờ, late by 2 working days 2 h",
    })
    void distance(String now, String due, String vi, String en) {
        var distance = Distance.between(Examples.at(now), Examples.at(due), Examples.CALENDAR);
        assertThat(new Wording(Locale.of("vi"), WorkingCalendar.VIETNAM).of(distance))
                .isEqualTo(vi);
        assertThat(new Wording(Locale.UK, WorkingCalendar.VIETNAM).of(distance)).isEqualTo(en);
    }

    @Test
    void what_is_made_up_for_is_made_up_for_once() {
        var reckoning = Reckoning.of(
                        Examples.at("2026-06-01T09:00"),
                        new TimeLimit(3, TimeLimit.Unit.WORKING_DAY),
                        Examples.CALENDAR)
                .extended(pause("2026-06-02T09:00"), Examples.at("2026-06-02T10:00"), Examples.CALENDAR)
                .extended(pause("2026-06-03T09:00"), Examples.at("2026-06-03T10:00"), Examples.CALENDAR);
        assertThat(reckoning.extensions())
                .extracting(Extension::dueAt)
                .containsExactly(Examples.at("2026-06-05T08:30"), Examples.at("2026-06-05T09:30"));
        assertThat(reckoning.firstDueAt()).isEqualTo(Examples.at("2026-06-04T17:30"));
        assertThat(Examples.CALENDAR.between(reckoning.firstDueAt(), reckoning.dueAt()))
                .isEqualTo(Duration.ofHours(2));
    }

    @Test
    void a_calendar_that_never_opens_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WorkingCalendar(WorkingCalendar.VIETNAM, Map.of(), Map.of(), Map.of()));
        var closed = new WorkingCalendar(
                WorkingCalendar.VIETNAM,
                WorkingCalendar.usual().week(),
                LocalDate.of(2026, 1, 1)
                        .datesUntil(LocalDate.of(2028, 1, 1))
                        .collect(Collectors.toMap(Function.identity(), _ -> new DayName("Nghỉ", null))),
                Map.of());
        assertThatIllegalStateException()
                .isThrownBy(() -> Reckoning.of(
                        Examples.at("2026-01-05T09:00"), new TimeLimit(1, TimeLimit.Unit.WORKING_DAY), closed));
    }

    @Test
    void a_limit_is_zero_or_more_and_no_hours_cannot_be_kept() {
        assertThatIllegalArgumentException().isThrownBy(() -> new TimeLimit(-1, TimeLimit.Unit.DAY));
        assertThatIllegalArgumentException().isThrownBy(() -> new TimeLimit(0, TimeLimit.Unit.HOUR));
    }

    private static Pause pause(String from) {
        Instant at = Examples.at(from);
        return new Pause(Pause.Cause.PAYMENT, at);
    }
}
