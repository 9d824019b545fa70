package io.motcua.dossier.deadlines;

import io.motcua.dossier.deadlines.Step.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Walks through a calendar and writes down every step. */
final class Reckoner {

    /** What is accepted later than this cannot be answered on the same day. */
    static final LocalTime SAME_DAY_UNTIL = LocalTime.of(15, 0);

    private final WorkingCalendar calendar;
    private final List<Step> steps = new ArrayList<>();

    Reckoner(WorkingCalendar calendar) {
        this.calendar = calendar;
    }

    List<Step> count(Instant acceptedAt, TimeLimit limit) {
        var start = start(acceptedAt);
        if (limit.unit() == TimeLimit.Unit.HOUR) {
            openingTime(start, Duration.ofHours(limit.amount()));
        } else if (limit.sameDay()) {
            sameDay(start);
        } else {
            days(start, limit);
        }
        return steps;
    }

    List<Step> makeUp(Instant from, Duration lost) {
        openingTime(from, lost);
        return steps;
    }

    /** The instant itself if the agency is open, else when it opens next. */
    private Instant start(Instant acceptedAt) {
        var opens = calendar.openFrom(acceptedAt);
        var day = calendar.dateOf(acceptedAt);
        if (opens.isAfter(acceptedAt)) {
            var endOfDay = calendar.midnight(day.plusDays(1));
            if (calendar.works(day)) {
                add(acceptedAt, opens.isBefore(endOfDay) ? opens : endOfDay, Kind.NOT_OPEN, 0, day);
            } else {
                addDay(acceptedAt, endOfDay, closed(day), 0, day);
            }
            passOver(day.plusDays(1), calendar.dateOf(opens));
        }
        return opens;
    }

    private void openingTime(Instant from, Duration wanted) {
        var at = from;
        var left = wanted;
        while (left.isPositive()) {
            var opens = calendar.openFrom(at);
            passOver(calendar.dateOf(at).plusDays(1), calendar.dateOf(opens));
            var closes = calendar.spanEnd(opens);
            var ends = left.compareTo(Duration.between(opens, closes)) <= 0 ? opens.plus(left) : closes;
            var counted = Duration.between(opens, ends);
            add(opens, ends, Kind.COUNTED, counted.toMinutes(), calendar.dateOf(opens));
            left = left.minus(counted);
            at = ends;
        }
    }

    private void sameDay(Instant start) {
        var day = calendar.dateOf(start);
        if (calendar.timeOf(start).isAfter(SAME_DAY_UNTIL)) {
            add(start, calendar.closing(day), Kind.TOO_LATE, 0, day);
            var next = calendar.workingDayFrom(day.plusDays(1));
            passOver(day.plusDays(1), next);
            add(calendar.opening(next), calendar.closing(next), Kind.COUNTED, 0, next);
        } else {
            add(start, calendar.closing(day), Kind.COUNTED, 0, day);
        }
    }

    private void days(Instant start, TimeLimit limit) {
        var first = calendar.dateOf(start);
        add(start, calendar.closing(first), Kind.FIRST_DAY, 0, first);
        switch (limit.unit()) {
            case WORKING_DAY -> workingDays(first.plusDays(1), limit.amount());
            case DAY -> calendarDays(first, first.plusDays(limit.amount()), limit.amount());
            case MONTH -> calendarDays(first, first.plusMonths(limit.amount()), limit.amount());
            case HOUR -> throw new AssertionError("hours are not counted by the day");
        }
    }

    private void workingDays(LocalDate from, int wanted) {
        var day = from;
        for (int left = wanted; left > 0; left--) {
            var next = calendar.workingDayFrom(day);
            passOver(day, next);
            addDay(calendar.opening(next), calendar.closing(next), Kind.COUNTED, 1, next);
            day = next.plusDays(1);
        }
    }

    private void calendarDays(LocalDate first, LocalDate last, int counted) {
        var ends = calendar.works(last) ? calendar.closing(last) : calendar.midnight(last.plusDays(1));
        steps.add(new Step(calendar.midnight(first.plusDays(1)), ends, Kind.COUNTED, counted, null));
        if (!calendar.works(last)) {
            var moved = calendar.workingDayFrom(last);
            passOver(last, moved);
            add(calendar.opening(moved), calendar.closing(moved), Kind.MOVED, 0, moved);
        }
    }

    /** Days on which the agency is closed; others between are none. */
    private void passOver(LocalDate from, LocalDate to) {
        for (var day = from; day.isBefore(to); day = day.plusDays(1)) {
            addDay(calendar.midnight(day), calendar.midnight(day.plusDays(1)), closed(day), 0, day);
        }
    }

    private Kind closed(LocalDate day) {
        return calendar.daysOff().containsKey(day) ? Kind.DAY_OFF : Kind.CLOSED;
    }

    private void add(Instant from, Instant to, Kind kind, long counted, LocalDate day) {
        steps.add(new Step(from, to, kind, counted, name(kind, day)));
    }

    /** Days of one kind and name in a row are one step. */
    private void addDay(Instant from, Instant to, Kind kind, long counted, LocalDate day) {
        var last = steps.isEmpty() ? null : steps.getLast();
        if (last != null && goesOn(last, kind, day)) {
            steps.set(steps.size() - 1, last.until(to, counted));
        } else {
            add(from, to, kind, counted, day);
        }
    }

    private boolean goesOn(Step last, Kind kind, LocalDate day) {
        return last.kind() == kind
                && Objects.equals(last.name(), name(kind, day))
                && calendar.dateOf(last.to().minusNanos(1)).plusDays(1).equals(day);
    }

    private @Nullable DayName name(Kind kind, LocalDate day) {
        return (kind == Kind.DAY_OFF ? calendar.daysOff() : calendar.daysAtWork()).get(day);
    }
}
