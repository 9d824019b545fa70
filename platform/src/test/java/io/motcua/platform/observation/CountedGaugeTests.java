package io.motcua.platform.observation;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CountedGaugeTests {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final CountedGauge gauge =
            new CountedGauge(MultiGauge.builder("things").register(meters));

    private static Tags of(String agency) {
        return Tags.of("agency", agency);
    }

    @Test
    void a_row_is_one_meter_for_as_long_as_it_is_counted() {
        gauge.show(Map.of(of("H37"), 1));
        var first = meters.get("things").tags(of("H37")).gauge();

        gauge.show(Map.of(of("H37"), 2, of("H97"), 5L));

        assertThat(meters.get("things").tags(of("H37")).gauge()).isSameAs(first);
        assertThat(first.value()).isEqualTo(2);
        assertThat(meters.get("things").tags(of("H97")).gauge().value()).isEqualTo(5);
    }

    @Test
    void what_is_not_counted_any_more_is_not_shown_and_may_come_back() {
        gauge.show(Map.of(of("H37"), 1));
        gauge.show(Map.of());
        assertThat(meters.find("things").gauges()).isEmpty();

        gauge.show(Map.of(of("H37"), 7));
        assertThat(meters.get("things").gauge().value()).isEqualTo(7);
    }
}
