package io.motcua.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.motcua.local.layout.OwnPlace;
import io.motcua.local.layout.Ports;
import io.motcua.local.supervision.ChildReport;
import io.motcua.local.supervision.ChildState;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatusTests {

    @Test
    void shows_a_row_for_each_child_and_the_sum_of_memory() {
        var now = Instant.parse("2026-11-23T10:00:00Z");
        long here = ProcessHandle.current().pid();
        long started = now.minusSeconds(3725).toEpochMilli();
        var lines = new Status(new Ports(0), List.of(new OwnPlace("H99", 1, OwnPlace.SERVICES)), now)
                .lines(
                        List.of(
                                new ChildReport("sandbox", ChildState.HEALTHY, "", "", here, 0, started, 2),
                                new ChildReport("kafka", ChildState.STOPPED, "", "", 0, 0, 0, 0),
                                new ChildReport("payment-service-H99", ChildState.STOPPED, "", "", 0, 0, 0, 0)),
                        here);
        assertThat(lines).hasSize(6);
        assertThat(lines.get(1)).matches("sandbox +healthy +%d +8070,8025,8170 +1:02:05 +2 +\\d+".formatted(here));
        assertThat(lines.get(2)).matches("kafka +stopped +9092 +0");
        assertThat(lines.get(3)).matches("payment-service-H99 +stopped +8313 +0");
        assertThat(lines.get(5)).matches("total RSS: [1-9]\\d* MiB");
    }
}
