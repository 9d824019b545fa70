package io.motcua.catalog.rollout;

import io.motcua.events.Names;
import java.time.LocalDate;

/**
 * A figure to hold one's own beside; mind the metric, whose denominator may differ.
 *
 * @param percent decimal, as the source gives it
 */
record Benchmark(String id, Names names, String scope, String metric, String percent, LocalDate asOf, String source) {}
