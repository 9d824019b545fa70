package io.motcua.gateway.limits;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClients;
import io.motcua.platform.testing.Backends;
import io.motcua.platform.testing.NeedsBackends;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;

@NeedsBackends
class SharesTest {

    private static final Instant NOON = Instant.parse("2021-06-08T05:00:00Z");

    private final MongoTemplate mongo =
            new MongoTemplate(MongoClients.create(Backends.mongodbUri()), "shares-" + UUID.randomUUID());

    @Test
    void each_instance_has_the_part_that_it_had_of_the_demand() {
        var one = at(NOON);
        var other = at(NOON);
        one.exchange(Map.of("a|H37", 30L, "c|H37|p1", 5L));
        other.exchange(Map.of("a|H37", 10L));
        one.exchange(Map.of("a|H37", 30L, "c|H37|p1", 5L));

        assertThat(one.part("a|H37")).isEqualTo(0.75);
        assertThat(other.part("a|H37")).isEqualTo(0.25);
        assertThat(one.part("c|H37|p1")).as("asked for here alone").isEqualTo(1);
        assertThat(other.part("c|H37|p1")).as("at least something").isBetween(0.1, 0.2);
    }

    @Test
    void an_instance_that_is_silent_or_gone_asks_for_nothing() {
        var gone = at(NOON);
        gone.exchange(Map.of("a|H37", 30L));
        var soon = at(NOON.plus(Shares.SILENT));
        soon.exchange(Map.of("a|H37", 10L));
        assertThat(soon.part("a|H37")).isEqualTo(0.25);
        var later = at(NOON.plus(Shares.SILENT).plusMillis(1));
        soon.destroy();
        later.exchange(Map.of("a|H37", 10L));
        assertThat(later.part("a|H37")).isEqualTo(1);
    }

    @Test
    void without_its_store_an_instance_goes_on_with_what_it_had() {
        var nowhere = MongoClients.create("mongodb://127.0.0.1:1/?serverSelectionTimeoutMS=50");
        var alone = new Shares(new MongoTemplate(nowhere, "nowhere"), Clock.systemUTC());
        alone.exchange(Map.of("a|H37", 30L));
        assertThat(alone.part("a|H37")).isEqualTo(1);
    }

    private Shares at(Instant now) {
        return new Shares(mongo, Clock.fixed(now, ZoneOffset.UTC));
    }
}
