package io.motcua.gateway.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BucketTest {

    private static final Rate RATE = new Rate(2, 5);
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final Bucket bucket = new Bucket(RATE, 0);

    @Test
    void holds_its_burst_and_then_what_flows_in() {
        assertThat(granted(100, 0)).isEqualTo(5);
        assertThat(granted(100, SECOND)).isEqualTo(2);
        assertThat(granted(100, SECOND + SECOND / 4)).isZero();
        assertThat(granted(100, SECOND + SECOND / 2)).isEqualTo(1);
        assertThat(granted(100, 100 * SECOND)).isEqualTo(5);
    }

    @Test
    void says_how_much_is_left_and_how_long_to_wait() {
        assertThat(bucket.take(RATE, 0)).isEqualTo(new Bucket.Taken(true, 4, 0));
        granted(4, 0);
        assertThat(bucket.take(RATE, 0)).isEqualTo(new Bucket.Taken(false, 0, SECOND / 2));
        assertThat(bucket.take(RATE, SECOND / 4)).isEqualTo(new Bucket.Taken(false, 0, SECOND / 4));
    }

    @Test
    void a_clock_that_goes_back_gives_nothing() {
        granted(5, SECOND);
        assertThat(granted(5, 0)).isZero();
    }

    @Test
    void a_smaller_part_of_the_rate_takes_effect_at_once() {
        assertThat(bucket.take(RATE.share(0.4), 0).left()).isEqualTo(1);
        assertThat(bucket.take(RATE.share(0.0001), 0).left()).isZero();
    }

    private int granted(int times, long nanos) {
        int granted = 0;
        for (int i = 0; i < times; i++) {
            granted += bucket.take(RATE, nanos).granted() ? 1 : 0;
        }
        return granted;
    }
}
