package io.motcua.platform.observation;

import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A gauge with a row for each of several things that are counted now and then. A row stays the same meter from one count to the
 * next: {@link MultiGauge} by itself takes each out and puts it in again, and a scrape in between can meet one twice, which fails
 * the whole scrape.
 */
public final class CountedGauge {

    private final MultiGauge gauge;
    private final Map<Tags, AtomicReference<Number>> rows = new HashMap<>();

    public CountedGauge(MultiGauge gauge) {
        this.gauge = gauge;
    }

    /** @param counted all rows that there are now */
    public synchronized void show(Map<Tags, ? extends Number> counted) {
        rows.keySet().retainAll(counted.keySet());
        counted.forEach((tags, value) ->
                rows.computeIfAbsent(tags, _ -> new AtomicReference<>(value)).set(value));
        gauge.register(
                rows.entrySet().stream()
                        .map(it -> MultiGauge.Row.of(
                                it.getKey(), it.getValue(), value -> value.get().doubleValue()))
                        .toList(),
                false);
    }
}
