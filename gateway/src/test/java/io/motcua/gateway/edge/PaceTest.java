package io.motcua.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {

    private static final long SECOND = 1_000_000_000;

    private final Pace pace = new Pace(Duration.ofSeconds(10), 100);

    @Test
    void time_that_nobody_waited_does_not_count() {
        for (int i = 0; i < 1_000; i++) {
            assertThat(pace.tooSlow(0, 1_000)).isFalse();
        }
    }

    @Test
    void each_stretch_must_bring_its_share() {
        assertThat(pace.tooSlow(999, 9 * SECOND)).isFalse();
        assertThat(pace.tooSlow(1, SECOND))
                .as("a thousand bytes in ten seconds")
                .isFalse();
        assertThat(pace.tooSlow(999, 10 * SECOND)).isTrue();
        assertThat(pace.tooSlow(1_999, 20 * SECOND)).as("in one go").isTrue();
    }

    @Test
    void a_fast_beginning_buys_no_time() {
        assertThat(pace.tooSlow(1_000_000, 10 * SECOND)).isFalse();
        assertThat(pace.tooSlow(500, 10 * SECOND)).isTrue();
    }
}
