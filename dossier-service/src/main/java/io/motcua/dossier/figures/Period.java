package io.motcua.dossier.figures;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Days of the office, the last one included. */
public record Period(LocalDate from, LocalDate to) {

    /** Nothing was received before. */
    static final int FIRST_YEAR = 2000;

    private static final Pattern WRITTEN = Pattern.compile("(\\d{4})(?:-Q([1-4])|-(\\d{2})(?:-(\\d{2}))?)?");

    /** {@code 2026}, {@code 2026-Q4}, {@code 2026-11} or {@code 2026-11-25}. */
    public static Optional<Period> parse(String text) {
        var match = WRITTEN.matcher(text);
        if (!match.matches()) {
            return Optional.empty();
        }
        try {
            int year = Integer.parseInt(match.group(1));
            if (match.group(2) != null) {
                var last = YearMonth.of(year, 3 * Integer.parseInt(match.group(2)));
                return Optional.of(new Period(last.minusMonths(2).atDay(1), last.atEndOfMonth()));
            }
            if (match.group(3) == null) {
                return Optional.of(new Period(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)));
            }
            var month = YearMonth.of(year, Integer.parseInt(match.group(3)));
            if (match.group(4) == null) {
                return Optional.of(new Period(month.atDay(1), month.atEndOfMonth()));
            }
            var day = month.atDay(Integer.parseInt(match.group(4)));
            return Optional.of(new Period(day, day));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The fewest buckets that hold all days up to the given one. */
    static List<String> upTo(LocalDate day) {
        var buckets = new ArrayList<String>();
        var next = day.plusDays(1);
        for (int year = FIRST_YEAR; year < next.getYear(); year++) {
            buckets.add(Cell.year(LocalDate.of(year, 1, 1)));
        }
        for (int month = 1; month < next.getMonthValue(); month++) {
            buckets.add(Cell.month(next.withDayOfMonth(1).withMonth(month)));
        }
        for (int date = 1; date < next.getDayOfMonth(); date++) {
            buckets.add(next.withDayOfMonth(date).toString());
        }
        return buckets;
    }
}
