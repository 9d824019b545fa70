package io.motcua.dossier.deadlines;

import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The worked examples, and the days off and at work from 2021 to 2030 on which they rest. */
final class Examples {

    private static final Pattern CELL = Pattern.compile("(?:^|,)(?:\"([^\"]*)\"|([^,]*))");

    static final WorkingCalendar CALENDAR =
            new WorkingCalendar(WorkingCalendar.VIETNAM, WorkingCalendar.usual().week(), days("off"), days("work"));

    /** @param dueAgain after a pause */
    record Example(
            TimeLimit limit,
            Instant acceptedAt,
            Instant dueAt,
            @Nullable Pause pause,
            @Nullable Instant until,
            Instant dueAgain,
            String why) {

        Reckoning reckoned() {
            var reckoning = Reckoning.of(acceptedAt, limit, CALENDAR);
            return pause == null || until == null ? reckoning : reckoning.extended(pause, until, CALENDAR);
        }

        @Override
        public String toString() {
            return limit.amount() + " " + limit.unit() + ": " + why;
        }
    }

    private Examples() {}

    static List<Example> all() {
        return rows("examples.csv").stream().map(Examples::example).toList();
    }

    static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(WorkingCalendar.VIETNAM).toInstant();
    }

    private static Example example(List<String> row) {
        var limit = new TimeLimit(Integer.parseInt(row.get(0)), TimeLimit.Unit.valueOf(row.get(1)));
        var due = at(row.get(3));
        if (row.get(4).isEmpty()) {
            return new Example(limit, at(row.get(2)), due, null, null, due, row.get(8));
        }
        var pause = new Pause(Pause.Cause.valueOf(row.get(4)), at(row.get(5)));
        return new Example(limit, at(row.get(2)), due, pause, at(row.get(6)), at(row.get(7)), row.get(8));
    }

    private static Map<LocalDate, DayName> days(String list) {
        return rows("calendar.csv").stream()
                .filter(it -> it.get(1).equals(list))
                .collect(toMap(it -> LocalDate.parse(it.get(0)), it -> new DayName(it.get(2), it.get(3))));
    }

    private static List<List<String>> rows(String file) {
        return text(file).lines().skip(1).map(Examples::cells).toList();
    }

    private static List<String> cells(String line) {
        return CELL.matcher(line)
                .results()
                .map(it -> it.group(1) == null ? it.group(2) : it.group(1))
                .toList();
    }

    private static String text(String file) {
        try (InputStream in = Objects.requireNonNull(Examples.class.getResourceAsStream("/deadlines/" + file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
