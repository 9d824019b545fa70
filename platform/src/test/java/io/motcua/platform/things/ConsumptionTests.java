package io.motcua.platform.things;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.motcua.platform.copies.CopiedDocuments;
import io.motcua.platform.copies.Copies;
import io.motcua.platform.history.Actor;
import io.motcua.platform.history.Aggregates;
import io.motcua.platform.history.Cause;
import io.motcua.platform.history.Decision;
import io.motcua.platform.testing.Api;
import io.motcua.platform.testing.Events;
import io.motcua.platform.testing.ServiceTest;
import io.motcua.platform.things.ThingService.Made;
import io.motcua.platform.things.ThingService.Thing;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;

@ServiceTest
class ConsumptionTests {

    private static final String TOPIC = "test.foreign";
    private static final String TYPE = "io.motcua.test.foreign.v1";

    @Autowired
    Aggregates<Thing> things;

    @Autowired
    ThingService.Faults faults;

    @Autowired
    CopiedDocuments<Made> copied;

    @Autowired
    Copies copies;

    @Autowired
    Events events;

    @Autowired
    MongoTemplate mongo;

    @Autowired
    Api api;

    private String thing() {
        var cause = Cause.request(UUID.randomUUID().toString());
        return things.create(
                        cause.derivedId("thing"),
                        "H37",
                        cause,
                        new Actor("person", "citizen"),
                        Decision.of(new Thing("lamp", 0)))
                .snapshot()
                .id();
    }

    private int count(String id) {
        return things.find("H37", id).orElseThrow().state().count();
    }

    @Test
    void a_redelivered_event_takes_effect_once() {
        var id = thing();
        var eventId = UUID.randomUUID().toString();
        events.publish(eventId, TOPIC, id, TYPE, "H37", 1, Map.of("thing", id, "by", 2));
        events.publish(eventId, TOPIC, id, TYPE, "H37", 1, Map.of("thing", id, "by", 2));
        events.publish(TOPIC, id, TYPE, "H37", 2, Map.of("thing", id, "by", 10, "added_later", true));
        await().atMost(Duration.ofSeconds(30)).until(() -> count(id) >= 12);
        assertThat(count(id)).isEqualTo(12);
    }

    @Test
    void an_outage_holds_the_event_and_dead_letters_nothing() {
        var id = thing();
        faults.left.set(4);
        events.publish(TOPIC, id, TYPE, "H37", 1, Map.of("thing", id, "by", 1));
        await().atMost(Duration.ofSeconds(30)).until(() -> count(id) == 1);
        assertThat(faults.failed).contains(4, 3, 2, 1);
        assertThat(events.all(TOPIC + "-dlt")).noneMatch(it -> it.key().equals(id));
    }

    @Test
    void what_can_never_succeed_is_put_aside_with_its_reason_and_the_rest_goes_on() {
        var id = thing();
        events.publish(TOPIC, id, TYPE, "H37", 1, "{broken".getBytes(StandardCharsets.UTF_8));
        events.publish(TOPIC, id, TYPE, "H37", 2, Map.of("thing", id, "by", -1));
        events.publish(TOPIC, id, "io.motcua.test.hopeless.v1", "H37", 3, Map.of("thing", id, "by", 1));
        events.publishRaw(TOPIC, id, Map.of("ce_type", TYPE), "{}".getBytes(StandardCharsets.UTF_8));
        events.publishRaw(TOPIC, id, Map.of(), "{}".getBytes(StandardCharsets.UTF_8));
        events.publish(TOPIC, id, "io.motcua.test.unheard-of.v7", "H37", 4, Map.of());
        events.publish(TOPIC, id, TYPE, "H37", 5, Map.of("thing", id, "by", 1));
        await().atMost(Duration.ofSeconds(30)).until(() -> count(id) == 1);
        var letters = events.all(TOPIC + "-dlt").stream()
                .filter(it -> it.key().equals(id))
                .toList();
        assertThat(letters).hasSize(5).allSatisfy(it -> {
            assertThat(it.headers()).containsEntry("motcua_consumer", "thing-service");
            assertThat(it.headers().get("motcua_reason")).isNotBlank();
            assertThat(it.headers().get("motcua_origin")).startsWith(TOPIC + "/");
        });
    }

    @Test
    void a_copy_keeps_the_newest_and_refills_when_its_database_is_emptied() {
        events.publish("test.states", "s1", "io.motcua.test.state.v1", "H37", 2, Map.of("name", "second"));
        events.publish("test.states", "s1", "io.motcua.test.state.v1", "H37", 1, Map.of("name", "late first"));
        events.publish("test.states", "s2", "io.motcua.test.state.v1", "H37", 1, Map.of("name", "other"));
        await().atMost(Duration.ofSeconds(30)).until(() -> copied.get("s2").isPresent());
        await().atMost(Duration.ofSeconds(30)).until(() -> copies.complete("states"));
        assertThat(copied.get("s1")).contains(new Made("second"));
        assertThat(api.get("/actuator/health/readiness").status()).isEqualTo(200);

        mongo.dropCollection("copied");
        mongo.dropCollection("copyOffsets");
        await().atMost(Duration.ofSeconds(30)).until(() -> copied.get("s1").isPresent());
        assertThat(copied.get("s1")).contains(new Made("second"));
    }
}
