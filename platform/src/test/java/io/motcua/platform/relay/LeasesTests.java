package io.motcua.platform.relay;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClients;
import io.motcua.platform.testing.Backends;
import io.motcua.platform.testing.NeedsBackends;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;

@NeedsBackends
class LeasesTests {

    private static final Duration LENGTH = Duration.ofSeconds(10);

    private final MongoTemplate mongo =
            new MongoTemplate(MongoClients.create(Backends.mongodbUri()), "leases-" + UUID.randomUUID());
    private final HandClock clock = new HandClock();
    private final Leases first = new Leases(mongo, clock, LENGTH);
    private final Leases second = new Leases(mongo, clock, LENGTH);

    @Test
    void one_instance_holds_all_and_two_share_without_overlap() {
        assertThat(first.held()).hasSize(16);
        assertThat(second.held()).isEmpty();
        clock.pass(Duration.ofSeconds(4));
        assertThat(first.held()).hasSize(8);
        assertThat(second.held()).hasSize(8);
        assertThat(union()).hasSize(16);
    }

    @Test
    void the_shards_of_an_instance_that_stops_are_taken_when_their_time_is_up() {
        share();
        clock.pass(Duration.ofSeconds(9));
        assertThat(second.held()).hasSize(8);
        clock.pass(Duration.ofSeconds(8));
        assertThat(second.held()).hasSize(16);
    }

    /** SIGSTOP and SIGCONT: the sleeper comes back and holds nothing that somebody else holds now. */
    @Test
    void an_instance_that_wakes_past_its_lease_asks_again() {
        share();
        clock.pass(Duration.ofSeconds(30));
        assertThat(second.held()).hasSize(16);
        assertThat(first.held()).isEmpty();
        clock.pass(Duration.ofSeconds(4));
        second.held();
        assertThat(first.held()).hasSize(8);
        assertThat(union()).hasSize(16);
    }

    @Test
    void what_is_released_is_free_at_once() {
        share();
        first.release();
        clock.pass(Duration.ofSeconds(4));
        assertThat(second.held()).hasSize(16);
    }

    private void share() {
        first.held();
        second.held();
        clock.pass(Duration.ofSeconds(4));
        first.held();
        second.held();
    }

    private Set<Integer> union() {
        var all = new HashSet<>(first.held());
        all.addAll(second.held());
        return all;
    }

    private static final class HandClock extends Clock {

        private Instant now = Instant.parse("2026-11-23T00:00:00Z");

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
