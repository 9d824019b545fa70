package io.motcua.local.bench;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * What one round has shown.
 *
 * @param p50 milliseconds
 * @param p99 milliseconds
 */
record Measured(double perSecond, double p50, double p99) {

    static Measured of(List<Long> nanos, double seconds) {
        var sorted = nanos.stream().sorted().toList();
        return new Measured(sorted.size() / seconds, at(sorted, 0.50), at(sorted, 0.99));
    }

    /** Each figure's own median. */
    static Measured median(List<Measured> rounds) {
        return new Measured(
                median(rounds, Measured::perSecond), median(rounds, Measured::p50), median(rounds, Measured::p99));
    }

    private static double at(List<Long> sorted, double share) {
        return sorted.isEmpty() ? 0 : sorted.get((int) Math.min(sorted.size() - 1, sorted.size() * share)) / 1e6;
    }

    private static double median(List<Measured> rounds, ToDoubleFunction<Measured> figure) {
        return rounds.stream()
                .mapToDouble(figure)
                .sorted()
                .skip(rounds.size() / 2)
                .findFirst()
                .orElseThrow();
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%,.0f/s, p50 %.2f ms, p99 %.2f ms", perSecond, p50, p99);
    }
}
