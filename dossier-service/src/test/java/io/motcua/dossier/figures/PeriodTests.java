package io.motcua.dossier.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodTests {

    @Test
    void a_period_is_written_as_one_would_say_it() {
        assertThat(Period.parse("2026")).contains(period("2026-01-01", "2026-12-31"));
        assertThat(Period.parse("2026-Q4")).contains(period("2026-10-01", "2026-12-31"));
        assertThat(Period.parse("2028-02")).contains(period("2028-02-01", "2028-02-29"));
        assertThat(Period.parse("2026-11-25")).contains(period("2026-11-25", "2026-11-25"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "26", "2026-13", "2026-00", "2026-Q5", "2026-Q0", "2026-02-30", "2026-11-25T00:00", "x"})
    void nothing_else_is_one(String text) {
        assertThat(Period.parse(text)).isEmpty();
    }

    /** Each day stands in exactly one of the buckets, on any day of two years, one of them a leap year. */
    @Test
    void buckets_hold_each_day_once() {
        for (var day :
                LocalDate.of(2027, 12, 1).datesUntil(LocalDate.of(2029, 2, 1)).toList()) {
            var buckets = new HashSet<>(Period.upTo(day));
            assertThat(buckets).hasSizeLessThan(75);
            LocalDate.of(2027, 11, 1).datesUntil(day.plusDays(40)).forEach(it -> {
                var holding = Stream.of(it.toString(), Cell.month(it), Cell.year(it))
                        .filter(buckets::contains)
                        .count();
                assertThat(holding).as("%s up to %s", it, day).isEqualTo(it.isAfter(day) ? 0 : 1);
            });
        }
    }

    private static Period period(String from, String to) {
        return new Period(LocalDate.parse(from), LocalDate.parse(to));
    }
}
