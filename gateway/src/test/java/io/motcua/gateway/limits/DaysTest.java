package io.motcua.gateway.limits;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClients;
import io.motcua.platform.testing.Backends;
import io.motcua.platform.testing.MovingClock;
import io.motcua.platform.testing.NeedsBackends;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;

@NeedsBackends
class DaysTest {

    private static final Duration HOUR = Duration.ofHours(1);

    private final MongoTemplate mongo =
            new MongoTemplate(MongoClients.create(Backends.mongodbUri()), "days-" + UUID.randomUUID());

    /** Noon in Vietnam. */
    private final MovingClock clock = new MovingClock(Instant.parse("2026-11-25T05:00:00Z"));

    private final Days one = new Days(mongo, clock);
    private final Days other = new Days(mongo, clock);

    @Test
    void instances_share_a_days_quota() {
        assertThat(granted(one, 6)).isEqualTo(6);
        one.exchange();
        assertThat(granted(other, 1)).as("until it hears of the first").isEqualTo(1);
        other.exchange();

        assertThat(granted(other, 10)).isEqualTo(3);
        other.exchange();
        assertThat(granted(one, 4)).as("at most what passed before it heard").isEqualTo(4);
        one.exchange();
        assertThat(granted(one, 5)).isZero();
        assertThat(granted(other, 5)).isZero();
    }

    @Test
    void it_says_what_is_left_and_that_there_is_more_at_midnight_in_vietnam() {
        var first = one.take("app", 2);
        assertThat(first.left()).isEqualTo(1);
        one.take("app", 2);
        var refused = one.take("app", 2);
        assertThat(refused.granted()).isFalse();
        assertThat(refused.waitNanos()).isEqualTo(HOUR.multipliedBy(12).toNanos());

        clock.pass(HOUR.multipliedBy(12).minusNanos(1));
        assertThat(one.take("app", 2).granted()).isFalse();
        clock.pass(Duration.ofNanos(1));
        assertThat(one.take("app", 2).granted()).isTrue();
    }

    @Test
    void the_next_day_begins_anew_at_every_instance() {
        granted(one, 10);
        one.exchange();
        clock.pass(HOUR.multipliedBy(24));
        one.exchange();
        assertThat(granted(one, 20)).isEqualTo(10);
        assertThat(granted(other, 20)).isEqualTo(10);
    }

    @Test
    void a_quota_that_is_raised_takes_effect_at_once() {
        granted(one, 10);
        assertThat(one.take("app", 12).left()).isEqualTo(1);
    }

    @Test
    void without_its_store_an_instance_counts_for_itself() {
        var nowhere = MongoClients.create("mongodb://127.0.0.1:1/?serverSelectionTimeoutMS=50");
        var alone = new Days(new MongoTemplate(nowhere, "nowhere"), clock);
        assertThat(granted(alone, 4)).isEqualTo(4);
        alone.exchange();
        assertThat(granted(alone, 10)).isEqualTo(6);
    }

    private static int granted(Days days, int times) {
        int granted = 0;
        for (int i = 0; i < times; i++) {
            granted += days.take("app", 10).granted() ? 1 : 0;
        }
        return granted;
    }
}
