package io.motcua.local.bench;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Updates;
import io.motcua.local.failure.Failure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bson.Document;

/** Clients that each write one document after the other, for some seconds. */
final class Load {

    private static final int CLIENTS = 8;

    /** A client goes round among so many documents of its own, so that their histories stay as short as real ones. */
    private static final int OWN = 50;

    private static final String STATE = "x".repeat(1_000);
    private static final String DATA = "y".repeat(300);

    private interface Write {
        void once(int client, int number);
    }

    private Load() {}

    /** A document of one kilobyte, as the first decision on an aggregate. */
    static Measured inserts(MongoCollection<Document> things, Duration length) {
        return run(
                length,
                (client, number) -> things.insertOne(fresh(UUID.randomUUID().toString())));
    }

    /** What every later decision is: one update under the condition that nobody else was faster. */
    static Measured conditionalUpdates(MongoCollection<Document> things, Duration length) {
        for (int client = 0; client < CLIENTS; client++) {
            for (int own = 0; own < OWN; own++) {
                things.insertOne(fresh(client + "-" + own));
            }
        }
        return run(length, (client, number) -> {
            var id = client + "-" + number % OWN;
            long version = number / OWN;
            var cause = "c" + number;
            long matched = things.updateOne(
                            and(eq("_id", id), eq("version", version)),
                            Updates.combine(
                                    Updates.set("state", new Document("text", STATE)),
                                    Updates.inc("version", 1L),
                                    Updates.min("unpublished", new Date(number)),
                                    Updates.push("history", new Document("cause", cause).append("data", DATA))))
                    .getMatchedCount();
            if (matched != 1) {
                throw new Failure("the store did not find version %d of %s".formatted(version, id));
            }
        });
    }

    private static Document fresh(String id) {
        return new Document("_id", id)
                .append("agency", "H37")
                .append("version", 0L)
                .append("state", new Document("text", STATE))
                .append("history", List.of());
    }

    private static Measured run(Duration length, Write write) {
        long start = System.nanoTime();
        long end = start + length.toNanos();
        var results = new ArrayList<Future<List<Long>>>();
        try (var clients = Executors.newFixedThreadPool(CLIENTS)) {
            for (int i = 0; i < CLIENTS; i++) {
                int client = i;
                results.add(clients.submit(() -> {
                    var nanos = new ArrayList<Long>();
                    for (int number = 0; System.nanoTime() < end; number++) {
                        long from = System.nanoTime();
                        write.once(client, number);
                        nanos.add(System.nanoTime() - from);
                    }
                    return nanos;
                }));
            }
        }
        var seconds = (System.nanoTime() - start) / 1e9;
        var all = new ArrayList<Long>();
        try {
            for (var result : results) {
                all.addAll(result.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("interrupted", e);
        } catch (ExecutionException e) {
            throw new Failure("the store failed: " + e.getMessage(), e);
        }
        return Measured.of(all, seconds);
    }
}
