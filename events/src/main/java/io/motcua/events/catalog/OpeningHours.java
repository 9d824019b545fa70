package io.motcua.events.catalog;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Objects;

/**
 * One span of opening hours on a day of the week, local time of the agency.
 */
public record OpeningHours(DayOfWeek day, LocalTime opens, LocalTime closes) {

    public OpeningHours {
        Objects.requireNonNull(day, "day");
        Objects.requireNonNull(opens, "opens");
        Objects.requireNonNull(closes, "closes");
        if (!opens.isBefore(closes)) {
            throw new IllegalArgumentException("opens must be before closes: " + opens + ", " + closes);
        }
    }
}
