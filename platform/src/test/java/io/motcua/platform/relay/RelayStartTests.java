package io.motcua.platform.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClients;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.motcua.platform.history.Aggregates;
import io.motcua.platform.history.AggregatesFactory;
import io.motcua.platform.testing.Backends;
import io.motcua.platform.testing.NeedsBackends;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;

/** A relay that looked whether it was to run before it was told so never ran at all. */
@NeedsBackends
class RelayStartTests {

    private final MongoTemplate mongo =
            new MongoTemplate(MongoClients.create(Backends.mongodbUri()), "start-" + UUID.randomUUID());

    record Thing(String name) {}

    @RepeatedTest(20)
    void runs_as_soon_as_it_is_started_and_gives_everything_back_when_it_is_stopped() {
        var aggregates = new AggregatesFactory(mongo, Clock.systemUTC(), null);
        Aggregates<Thing> things = aggregates.of("things", Thing.class, "test.things");
        assertThat(things).isNotNull();
        var relay = new Relay(
                aggregates,
                mongo,
                new KafkaTemplate<>(new DefaultKafkaProducerFactory<>(Map.of())),
                new EventRecords("/test"),
                new RelaySettings(Duration.ofSeconds(10), Duration.ofMillis(50), 10),
                Clock.systemUTC(),
                new SimpleMeterRegistry());
        relay.start();
        await().atMost(Duration.ofSeconds(10))
                .until(() -> mongo.count(new Query(), Document.class, "relayMembers") == 1);
        relay.stop();
        assertThat(mongo.count(new Query(), Document.class, "relayMembers")).isZero();
    }
}
