package io.motcua.dossier.deadlines;

import java.time.LocalTime;

/** One span of opening hours, local time. */
public record OpeningSpan(LocalTime opens, LocalTime closes) {

    public OpeningSpan {
        if (!opens.isBefore(closes)) {
            throw new IllegalArgumentException("opens must be before closes: " + opens + ", " + closes);
        }
    }
}
