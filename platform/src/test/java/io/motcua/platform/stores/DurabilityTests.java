package io.motcua.platform.stores;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Updates;
import io.motcua.platform.testing.NeedsBackends;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** kill -9 of the store while eight clients write: what has been acknowledged is there afterwards. */
@NeedsBackends
class DurabilityTests {

    private static final int WRITERS = 8;
    private static final int ENOUGH = 400;

    /** The client's ids whose insert was acknowledged, and how far each writer's counter was. */
    private final Set<String> inserted = ConcurrentHashMap.newKeySet();

    private final AtomicLong[] counted = new AtomicLong[WRITERS];

    @Test
    void no_acknowledged_write_is_lost(@TempDir Path folder) throws Exception {
        var found = Mortal.atHand(folder);
        assumeTrue(found.isPresent(), "the store at hand is not this test's to kill");
        var database = "durability-" + UUID.randomUUID().toString().substring(0, 8);
        try (var store = found.get()) {
            try (var client = client(store);
                    var writers = Executors.newFixedThreadPool(WRITERS)) {
                var things = client.getDatabase(database).getCollection("things");
                for (int i = 0; i < WRITERS; i++) {
                    int writer = i;
                    counted[writer] = new AtomicLong();
                    things.insertOne(new Document("_id", "counter" + writer).append("version", 0L));
                    writers.submit(() -> write(things, writer));
                }
                await().atMost(Duration.ofMinutes(1)).until(() -> inserted.size() >= ENOUGH);
                store.kill();
                writers.shutdown();
                assertThat(writers.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
            }
            store.start();
            try (var client = client(store)) {
                var things = client.getDatabase(database).getCollection("things");
                for (var id : inserted) {
                    assertThat(things.find(eq("_id", id)).first()).as(id).isNotNull();
                }
                for (int writer = 0; writer < WRITERS; writer++) {
                    var counter = things.find(eq("_id", "counter" + writer)).first();
                    // One more may have been written whose acknowledgement did not arrive.
                    assertThat(counter.getLong("version")).isBetween(counted[writer].get(), counted[writer].get() + 1);
                }
                client.getDatabase(database).drop();
            }
        }
    }

    private static MongoClient client(Mortal store) {
        return MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(store.uri()))
                .writeConcern(WriteConcern.MAJORITY.withJournal(true)) // as the services have it
                .retryWrites(false)
                .applyToClusterSettings(it -> it.serverSelectionTimeout(10, TimeUnit.SECONDS))
                .build());
    }

    private void write(MongoCollection<Document> things, int writer) {
        try {
            for (int i = 0; ; i++) {
                var id = writer + "-" + i;
                things.insertOne(new Document("_id", id));
                inserted.add(id);
                long version = counted[writer].get();
                things.updateOne(
                        and(eq("_id", "counter" + writer), eq("version", version)), Updates.inc("version", 1L));
                counted[writer].incrementAndGet();
            }
        } catch (MongoException killed) {
            // as it should be: this is how a writer learns of it
            assertThat(inserted).hasSizeGreaterThanOrEqualTo(ENOUGH);
        }
    }
}
