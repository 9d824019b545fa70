package io.motcua.catalog.procedures;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/**
 * The versions of an agency's procedures, read once and kept in memory while they do not change: lists, counts and the
 * league table each look at all of them. A stamp per agency, renewed after every write, tells all instances when to read
 * again; so a reader sees what it has just written.
 */
@Component
class Shelves {

    private static final String COLLECTION = "catalogue-stamps";

    /** Each takes a few megabytes; the agencies that are asked for stay. */
    private static final int KEPT = 16;

    /** A writer that dies between its write and the stamp delays the others by this at most. */
    private static final Duration OLDEST = Duration.ofSeconds(30);

    private final MongoTemplate mongo;
    private final Clock clock;
    private final Map<String, Shelf> shelves = new LinkedHashMap<>(KEPT, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Shelf> eldest) {
            return size() > KEPT;
        }
    };

    private record Shelf(String stamp, Instant readAt, List<ProcedureVersion> versions) {}

    Shelves(MongoTemplate mongo, Clock clock) {
        this.mongo = mongo;
        this.clock = clock;
    }

    /** @param read reads them all from the store */
    List<ProcedureVersion> of(String agency, Function<String, List<ProcedureVersion>> read) {
        // The stamp first: what is written after it shows in the next one.
        var found = mongo.findById(agency, Document.class, COLLECTION);
        var stamp = found == null ? "" : found.getString("stamp");
        var now = clock.instant();
        synchronized (shelves) {
            var shelf = shelves.get(agency);
            if (shelf != null
                    && shelf.stamp().equals(stamp)
                    && shelf.readAt().plus(OLDEST).isAfter(now)) {
                return shelf.versions();
            }
        }
        var versions = List.copyOf(read.apply(agency));
        synchronized (shelves) {
            shelves.put(agency, new Shelf(stamp, now, versions));
        }
        return versions;
    }

    void changed(String agency) {
        mongo.save(new Document("_id", agency).append("stamp", UUID.randomUUID().toString()), COLLECTION);
    }
}
