package io.motcua.catalog.stats;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was in force on a day.
 *
 * @param byTier sums to the total, as do {@code byLevel} and {@code byEligibility}
 * @param samples how many of the total are made up, or stand for a service of which only the number is known
 */
public record Counts(
        String agency,
        LocalDate asOf,
        int total,
        Map<String, Integer> byTier,
        List<LevelCount> byLevel,
        Map<String, Integer> byEligibility,
        Coverage coverage,
        int samples) {

    public Counts {
        byTier = Collections.unmodifiableSortedMap(new TreeMap<>(byTier));
        byLevel = List.copyOf(byLevel);
        byEligibility = Collections.unmodifiableSortedMap(new TreeMap<>(byEligibility));
    }

    /** @param level a code of its scheme: the same word may mean different things in two schemes */
    public record LevelCount(String scheme, String level, int count) {}
}
