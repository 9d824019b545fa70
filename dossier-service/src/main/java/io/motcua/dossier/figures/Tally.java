package io.motcua.dossier.figures;

import io.motcua.dossier.deadlines.WorkingCalendar;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * What stands in a cell.
 *
 * @param becameLate in a cell of a day: by the millisecond of the day
 */
public record Tally(Map<Measure, Long> counts, Map<Integer, Long> becameLate) {

    public static final Tally NOTHING = new Tally(Map.of(), Map.of());

    public Tally {
        counts = Map.copyOf(counts);
        becameLate = Map.copyOf(becameLate);
    }

    public long of(Measure measure) {
        return counts.getOrDefault(measure, 0L);
    }

    long of(Collection<Measure> measures) {
        return measures.stream().mapToLong(this::of).sum();
    }

    /** How many became late on the day before that time of it. */
    long lateBefore(int millisecond) {
        return becameLate.entrySet().stream()
                .filter(it -> it.getKey() < millisecond)
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    public Tally plus(Tally other) {
        return new Tally(sum(counts, other.counts), sum(becameLate, other.becameLate));
    }

    Tally minus(Tally other) {
        var negative = new HashMap<Measure, Long>();
        other.counts.forEach((measure, amount) -> negative.put(measure, -amount));
        return new Tally(sum(counts, negative), becameLate);
    }

    boolean isNothing() {
        return counts.isEmpty() && becameLate.isEmpty();
    }

    static int millisecond(Instant at) {
        return (int) (at.atZone(WorkingCalendar.VIETNAM).toLocalTime().toNanoOfDay() / 1_000_000);
    }

    /** What is to be added to which cell, so that the later entries are counted in the place of the earlier ones. */
    public static Map<Cell, Tally> changes(Collection<Move> moves) {
        var changes = new TreeMap<String, Growing>();
        for (var move : moves) {
            if (move.before() != null) {
                count(move.before(), -1, changes);
            }
            count(move.after(), 1, changes);
        }
        var tallies = new HashMap<Cell, Tally>();
        changes.values().forEach(it -> {
            var tally = new Tally(withoutZeros(it.counts), withoutZeros(it.becameLate));
            if (!tally.isNothing()) {
                tallies.put(it.cell, tally);
            }
        });
        return tallies;
    }

    private static final class Growing {
        private final Cell cell;
        private final Map<Measure, Long> counts = new HashMap<>();
        private final Map<Integer, Long> becameLate = new HashMap<>();

        Growing(Cell cell) {
            this.cell = cell;
        }
    }

    private static void count(Entry entry, int sign, Map<String, Growing> changes) {
        for (var part : entry.parts()) {
            for (var cell : Cell.of(entry, part.day())) {
                var growing = changes.computeIfAbsent(cell.id(), _ -> new Growing(cell));
                growing.counts.merge(part.measure(), sign * part.amount(), Long::sum);
                if (cell.ofDay() && part.measure() == Measure.BECAME_LATE) {
                    growing.becameLate.merge(millisecond(part.at()), sign * part.amount(), Long::sum);
                }
            }
        }
    }

    private static <K> Map<K, Long> sum(Map<K, Long> one, Map<K, Long> other) {
        var sum = new HashMap<>(one);
        other.forEach((key, amount) -> sum.merge(key, amount, Long::sum));
        return withoutZeros(sum);
    }

    private static <K> Map<K, Long> withoutZeros(Map<K, Long> counts) {
        var some = new HashMap<>(counts);
        some.values().removeIf(it -> it == 0);
        return some;
    }
}
