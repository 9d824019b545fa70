package io.motcua.dossier.deadlines;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every limit, at every minute from 2021 to 2029. */
class ReckoningProperties {

    private static final WorkingCalendar CALENDAR = Examples.CALENDAR;
    private static final Instant FIRST = Examples.at("2021-01-01T00:00");
    private static final long MINUTES =
            Duration.between(FIRST, Examples.at("2029-06-01T00:00")).toMinutes();

    @Property
    void a_longer_limit_is_never_due_earlier(@ForAll("instants") Instant accepted, @ForAll("limits") TimeLimit limit) {
        var longer = new TimeLimit(limit.amount() + 1, limit.unit());
        assertThat(due(accepted, longer)).isAfterOrEqualTo(due(accepted, limit));
    }

    @Property
    void who_is_accepted_later_is_never_due_earlier(
            @ForAll("instants") Instant accepted, @ForAll("waits") Duration wait, @ForAll("limits") TimeLimit limit) {
        assertThat(due(accepted.plus(wait), limit)).isAfterOrEqualTo(due(accepted, limit));
    }

    @Property
    void nothing_is_due_while_the_agency_is_closed(
            @ForAll("instants") Instant accepted, @ForAll("limits") TimeLimit limit) {
        var due = due(accepted, limit);
        assertThat(due).isAfter(accepted);
        assertThat(CALENDAR.between(due.minusSeconds(60), due)).isEqualTo(Duration.ofMinutes(1));
    }

    @Property
    void a_pause_of_no_time_changes_nothing(
            @ForAll("instants") Instant accepted, @ForAll("limits") TimeLimit limit, @ForAll("waits") Duration wait) {
        var reckoning = Reckoning.of(accepted, limit, CALENDAR);
        var at = accepted.plus(wait);
        assertThat(reckoning.extended(pause(at), at, CALENDAR).dueAt()).isEqualTo(reckoning.dueAt());
    }

    @Property
    void a_pause_adds_exactly_the_opening_time_lost(
            @ForAll("instants") Instant accepted,
            @ForAll("limits") TimeLimit limit,
            @ForAll("waits") Duration wait,
            @ForAll("waits") Duration paused) {
        var from = accepted.plus(wait);
        var until = from.plus(paused);
        var before = Reckoning.of(accepted, limit, CALENDAR);
        var after = before.extended(pause(from), until, CALENDAR);
        assertThat(CALENDAR.between(before.dueAt(), after.dueAt())).isEqualTo(CALENDAR.between(from, until));
    }

    @Property
    void two_pauses_add_as_much_as_one_that_is_as_long(
            @ForAll("instants") Instant accepted,
            @ForAll("limits") TimeLimit limit,
            @ForAll("waits") Duration first,
            @ForAll("waits") Duration second) {
        var middle = accepted.plus(first);
        var end = middle.plus(second);
        var before = Reckoning.of(accepted, limit, CALENDAR);
        assertThat(before.extended(pause(accepted), middle, CALENDAR)
                        .extended(pause(middle), end, CALENDAR)
                        .dueAt())
                .isEqualTo(before.extended(pause(accepted), end, CALENDAR).dueAt());
    }

    @Property
    void the_distance_is_the_opening_time_between(@ForAll("instants") Instant now, @ForAll("waits") Duration ahead) {
        var due = now.plus(ahead);
        var left = Distance.between(now, due, CALENDAR);
        assertThat(Duration.ofHours(8L * left.workingDays()).plusMinutes(left.minutes()))
                .isEqualTo(CALENDAR.between(now, due));
    }

    @Provide
    Arbitrary<Instant> instants() {
        return Arbitraries.longs().between(0, MINUTES).map(it -> FIRST.plus(Duration.ofMinutes(it)));
    }

    @Provide
    Arbitrary<Duration> waits() {
        return Arbitraries.longs().between(0, 40L * 24 * 60).map(Duration::ofMinutes);
    }

    @Provide
    Arbitrary<TimeLimit> limits() {
        return Combinators.combine(Arbitraries.integers().between(1, 60), Arbitraries.of(TimeLimit.Unit.class))
                .as((amount, unit) -> new TimeLimit(unit == TimeLimit.Unit.MONTH ? amount % 6 + 1 : amount, unit));
    }

    private static Instant due(Instant accepted, TimeLimit limit) {
        return Reckoning.of(accepted, limit, CALENDAR).dueAt();
    }

    private static Pause pause(Instant from) {
        return new Pause(Pause.Cause.PAYMENT, from);
    }
}
