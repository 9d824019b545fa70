package io.motcua.local.bench;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Indexes;
import io.motcua.local.failure.Failure;
import io.motcua.local.layout.Workspace;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;

/** {@code ./motcua bench store}: inserts and conditional updates, in turn on the embedded store and on the given one. */
public final class StoreBench {

    private static final int ROUNDS = 5;
    private static final Duration LENGTH = Duration.ofSeconds(5);

    private final Workspace workspace;
    private final Map<String, String> environment;
    private final PrintStream out;

    public StoreBench(Workspace workspace, Map<String, String> environment, PrintStream out) {
        this.workspace = workspace;
        this.environment = environment;
        this.out = out;
    }

    public void run() {
        var given = environment.get("MONGODB_URI");
        if (given == null) {
            out.println("MONGODB_URI is not set: the embedded store alone is measured");
        }
        try (var embedded = EmbeddedStore.start(workspace)) {
            var stores = new LinkedHashMap<String, String>();
            stores.put("embedded", embedded.uri());
            if (given != null) {
                stores.put("given", given);
            }
            measure(stores);
        } catch (MongoException e) {
            throw new Failure("a store failed: " + e.getMessage(), e);
        }
    }

    private void measure(Map<String, String> stores) {
        var inserts = new LinkedHashMap<String, List<Measured>>();
        var updates = new LinkedHashMap<String, List<Measured>>();
        for (int round = 0; round <= ROUNDS; round++) {
            for (var store : stores.entrySet()) {
                try (var client = client(store.getValue())) {
                    var database = client.getDatabase("bench-" + UUID.randomUUID());
                    var inserted = Load.inserts(collection(client, database.getName(), "inserted"), LENGTH);
                    var updated = Load.conditionalUpdates(collection(client, database.getName(), "updated"), LENGTH);
                    database.drop();
                    out.printf(
                            "%s %s: inserts %s; conditional updates %s%n",
                            round == 0 ? "warm-up" : "round " + round, store.getKey(), inserted, updated);
                    if (round > 0) {
                        inserts.computeIfAbsent(store.getKey(), _ -> new ArrayList<>())
                                .add(inserted);
                        updates.computeIfAbsent(store.getKey(), _ -> new ArrayList<>())
                                .add(updated);
                    }
                }
            }
        }
        inserts.forEach((store, rounds) ->
                out.printf("inserts, %s: median of %d rounds %s%n", store, ROUNDS, Measured.median(rounds)));
        updates.forEach((store, rounds) -> out.printf(
                "conditional updates, %s: median of %d rounds %s%n", store, ROUNDS, Measured.median(rounds)));
    }

    /** Indexed and acknowledged as the services have it. */
    private static MongoCollection<Document> collection(MongoClient client, String database, String name) {
        var collection = client.getDatabase(database).getCollection(name);
        collection.createIndex(Indexes.ascending("unpublished"));
        collection.createIndex(Indexes.ascending("agency", "_id"));
        return collection;
    }

    private static MongoClient client(String uri) {
        return MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(uri))
                .writeConcern(WriteConcern.MAJORITY.withJournal(true))
                .build());
    }
}
