package io.motcua.platform.relay;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClients;
import io.motcua.platform.history.Outbox;
import io.motcua.platform.testing.Backends;
import io.motcua.platform.testing.NeedsBackends;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;

/** A relay that is stopped between sending and marking while another instance goes on, and is then woken. */
@NeedsBackends
class PausedRelayTests {

    private static final Set<Integer> ALL =
            IntStream.range(0, Outbox.SHARDS).boxed().collect(Collectors.toSet());

    private final MongoTemplate mongo =
            new MongoTemplate(MongoClients.create(Backends.mongodbUri()), "paused-" + UUID.randomUUID());
    private final Outbox outbox = new Outbox("things", "test.things");

    @BeforeEach
    void one_aggregate_with_two_entries() {
        mongo.insert(
                new Document("_id", "t1")
                        .append("agency", "H37")
                        .append("shard", 3)
                        .append("seq", 2L)
                        .append("publishedSeq", 0L)
                        .append("unpublished", new Date())
                        .append("history", List.of(entry(1), entry(2))),
                "things");
    }

    @Test
    void what_came_meanwhile_stays_to_be_published() {
        var sleeper = Batch.read(mongo, outbox, ALL, 10);
        sendAll(sleeper);
        var push = new Document("$push", new Document("history", entry(3))).append("$set", new Document("seq", 3L));
        mongo.getCollection("things").updateOne(new Document("_id", "t1"), push);
        sleeper.mark();

        var next = Batch.read(mongo, outbox, ALL, 10);
        assertThat(next.pending()).hasSize(1);
        assertThat(next.pending().getFirst().entries)
                .extracting(it -> it.getLong("seq"))
                .containsExactly(3L);
    }

    @Test
    void what_another_published_meanwhile_is_not_taken_back() {
        var sleeper = Batch.read(mongo, outbox, ALL, 10);
        sleeper.pending().getFirst().sent();
        var other = Batch.read(mongo, outbox, ALL, 10);
        sendAll(other);
        other.mark();
        sleeper.mark();

        assertThat(Batch.read(mongo, outbox, ALL, 10).pending()).isEmpty();
        var document = mongo.findById("t1", Document.class, "things");
        assertThat(document).containsEntry("publishedSeq", 2L).doesNotContainKey("unpublished");
    }

    @Test
    void a_relay_of_other_shards_sees_nothing() {
        assertThat(Batch.read(mongo, outbox, Set.of(0, 1, 2), 10).pending()).isEmpty();
    }

    private static void sendAll(Batch batch) {
        batch.pending().forEach(it -> it.entries.forEach(_ -> it.sent()));
    }

    private static Document entry(long seq) {
        return new Document("seq", seq).append("publish", true);
    }
}
