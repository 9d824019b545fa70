package io.motcua.dossier.deadlines;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * When an agency is open.
 *
 * @param week opening hours by day of the week; a day that is not named is closed
 * @param daysOff public holidays and days off by swap: two lists, because a swap moves both a day off and a day at work
 * @param daysAtWork days worked by swap, with the opening hours of a Monday; they win over days off
 */
public record WorkingCalendar(
        ZoneId zone,
        Map<DayOfWeek, List<OpeningSpan>> week,
        Map<LocalDate, DayName> daysOff,
        Map<LocalDate, DayName> daysAtWork) {

    public static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

    /** A calendar without an opening within this many days is a mistake, and a loop without an end. */
    private static final int HORIZON = 366;

    public WorkingCalendar {
        week = week.entrySet().stream()
                .filter(it -> !it.getValue().isEmpty())
                .collect(toUnmodifiableMap(
                        Map.Entry::getKey,
                        it -> it.getValue().stream()
                                .sorted(Comparator.comparing(OpeningSpan::opens))
                                .toList()));
        daysOff = Map.copyOf(daysOff);
        daysAtWork = Map.copyOf(daysAtWork);
        if (week.isEmpty()) {
            throw new IllegalArgumentException("a calendar needs opening hours");
        }
    }

    /** Monday to Friday, 07:30 to 11:30 and 13:30 to 17:30, for an agency that has recorded no calendar. */
    public static WorkingCalendar usual() {
        var day = List.of(
                new OpeningSpan(LocalTime.of(7, 30), LocalTime.of(11, 30)),
                new OpeningSpan(LocalTime.of(13, 30), LocalTime.of(17, 30)));
        return new WorkingCalendar(
                VIETNAM,
                Map.of(
                        DayOfWeek.MONDAY, day,
                        DayOfWeek.TUESDAY, day,
                        DayOfWeek.WEDNESDAY, day,
                        DayOfWeek.THURSDAY, day,
                        DayOfWeek.FRIDAY, day),
                Map.of(),
                Map.of());
    }

    LocalDate dateOf(Instant at) {
        return LocalDate.ofInstant(at, zone);
    }

    List<OpeningSpan> spans(LocalDate date) {
        if (daysAtWork.containsKey(date)) {
            var monday = week.get(DayOfWeek.MONDAY);
            return monday == null ? week.getOrDefault(date.getDayOfWeek(), List.of()) : monday;
        }
        return daysOff.containsKey(date) ? List.of() : week.getOrDefault(date.getDayOfWeek(), List.of());
    }

    boolean works(LocalDate date) {
        return !spans(date).isEmpty();
    }

    /** The day itself if it is a working day, else the next one. */
    LocalDate workingDayFrom(LocalDate date) {
        for (var day = date; day.isBefore(date.plusDays(HORIZON)); day = day.plusDays(1)) {
            if (works(day)) {
                return day;
            }
        }
        throw new IllegalStateException("no working day within " + HORIZON + " days of " + date);
    }

    Instant midnight(LocalDate date) {
        return date.atStartOfDay(zone).toInstant();
    }

    Instant opening(LocalDate workingDay) {
        return at(workingDay, spans(workingDay).getFirst().opens());
    }

    Instant closing(LocalDate workingDay) {
        return at(workingDay, spans(workingDay).getLast().closes());
    }

    /** The instant itself if the agency is open, else when it opens next. */
    Instant openFrom(Instant from) {
        var date = dateOf(from);
        for (var span : spans(date)) {
            if (from.isBefore(at(date, span.closes()))) {
                return latest(from, at(date, span.opens()));
            }
        }
        var next = workingDayFrom(date.plusDays(1));
        return opening(next);
    }

    /** How much opening time lies between two instants. */
    public Duration between(Instant from, Instant to) {
        var sum = Duration.ZERO;
        for (var date = dateOf(from); !date.isAfter(dateOf(to)); date = date.plusDays(1)) {
            for (var span : spans(date)) {
                var opens = latest(from, at(date, span.opens()));
                var closes = at(date, span.closes());
                var ends = closes.isAfter(to) ? to : closes;
                if (opens.isBefore(ends)) {
                    sum = sum.plus(Duration.between(opens, ends));
                }
            }
        }
        return sum;
    }

    /**
     * The last instant from which so much opening time is left until the given one: where a closing and the next opening
     * are equally far away it is the opening, for then somebody is there.
     */
    public Instant before(Instant to, Duration open) {
        var left = open;
        if (!left.isPositive()) {
            return to;
        }
        var last = dateOf(to);
        for (var date = last; date.isAfter(last.minusDays(HORIZON)); date = date.minusDays(1)) {
            for (var span : spans(date).reversed()) {
                var opens = at(date, span.opens());
                var closes = at(date, span.closes());
                var ends = closes.isAfter(to) ? to : closes;
                if (opens.isBefore(ends)) {
                    var length = Duration.between(opens, ends);
                    if (left.compareTo(length) <= 0) {
                        return ends.minus(left);
                    }
                    left = left.minus(length);
                }
            }
        }
        throw new IllegalStateException("less than " + open + " of opening time within " + HORIZON + " days of " + to);
    }

    /** The first instant at which so much opening time has passed since the given one. */
    public Instant after(Instant from, Duration open) {
        var steps = new Reckoner(this).makeUp(from, open);
        return steps.isEmpty() ? from : steps.getLast().to();
    }

    LocalTime timeOf(Instant at) {
        return LocalTime.ofInstant(at, zone);
    }

    /** When the span of opening hours ends in which the instant lies. */
    Instant spanEnd(Instant open) {
        var date = dateOf(open);
        return spans(date).stream()
                .map(span -> at(date, span.closes()))
                .filter(open::isBefore)
                .findFirst()
                .orElseThrow();
    }

    private Instant at(LocalDate date, LocalTime time) {
        return ZonedDateTime.of(date, time, zone).toInstant();
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
