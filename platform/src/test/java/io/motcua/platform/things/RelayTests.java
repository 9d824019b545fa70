package io.motcua.platform.things;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.motcua.platform.history.Actor;
import io.motcua.platform.history.Aggregates;
import io.motcua.platform.history.Cause;
import io.motcua.platform.history.Decision;
import io.motcua.platform.history.Fact;
import io.motcua.platform.testing.Events;
import io.motcua.platform.testing.ServiceTest;
import io.motcua.platform.things.ThingService.Made;
import io.motcua.platform.things.ThingService.Thing;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.LongStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

@ServiceTest
class RelayTests {

    private static final Actor ACTOR = new Actor("person", "citizen");

    @Autowired
    Aggregates<Thing> things;

    @Autowired
    Events events;

    @Autowired
    MongoTemplate mongo;

    private static Cause newCause() {
        return Cause.request(UUID.randomUUID().toString());
    }

    @Test
    void publishes_cloud_events_in_order_and_leaves_out_what_is_not_public() {
        var cause = newCause();
        var id = cause.derivedId("thing");
        things.create(
                id,
                "H37",
                cause,
                ACTOR,
                Decision.of(new Thing("lamp", 0), new Fact(ThingService.MADE, new Made("lamp"))));
        things.decide(
                "H37",
                id,
                newCause(),
                ACTOR,
                null,
                it -> Decision.of(it.state(), new Fact(ThingService.NOTED, new Made("a note"))));
        for (int i = 0; i < 5; i++) {
            things.decide("H37", id, newCause(), ACTOR, null, it -> ThingService.count(it, 1));
        }

        await().atMost(Duration.ofSeconds(30)).until(() -> !unpublished(id));
        var published = events.all(ThingService.TOPIC).stream()
                .filter(it -> it.key().equals(id))
                .toList();
        assertThat(published.stream().map(it -> Long.valueOf(it.headers().get("ce_sequence"))))
                .containsExactlyElementsOf(
                        LongStream.of(1, 3, 4, 5, 6, 7).boxed().toList());
        var first = published.getFirst();
        assertThat(first.headers())
                .containsEntry("ce_specversion", "1.0")
                .containsEntry("ce_source", "/thing-service")
                .containsEntry("ce_type", ThingService.MADE.name())
                .containsEntry("ce_subject", id)
                .containsEntry("ce_agency", "H37")
                .containsEntry("content-type", "application/json")
                .containsKeys("ce_id", "ce_time");
        assertThat(first.data().path("name").asString()).isEqualTo("lamp");
    }

    @Test
    void goes_on_by_itself_after_its_shards_were_lost() {
        mongo.dropCollection("relayShards");
        mongo.dropCollection("relayMembers");
        var cause = newCause();
        var id = cause.derivedId("thing");
        things.create(
                id,
                "H37",
                cause,
                ACTOR,
                Decision.of(new Thing("lamp", 0), new Fact(ThingService.MADE, new Made("lamp"))));
        await().atMost(Duration.ofSeconds(30)).until(() -> !unpublished(id));
    }

    private boolean unpublished(String id) {
        return document(id).containsKey("unpublished");
    }

    private Document document(String id) {
        return mongo.findOne(byId(id), Document.class, "things");
    }

    private static Query byId(String id) {
        return Query.query(Criteria.where("_id").is(id));
    }
}
