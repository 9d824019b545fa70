package io.motcua.platform.relay;

import io.motcua.platform.history.Outbox;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.springframework.data.mongodb.core.BulkOperations;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/** Some aggregates of one outbox that have something to publish, oldest first. */
final class Batch {

    private final MongoTemplate mongo;
    private final Outbox outbox;
    private final List<Pending> pending = new ArrayList<>();

    /** One aggregate and how far it has been published. */
    static final class Pending {

        final String id;
        final String agency;
        final Instant since;
        final List<Document> entries;
        private int sent;

        private Pending(Document it) {
            id = it.getString("_id");
            agency = it.getString("agency");
            since = it.getDate("unpublished").toInstant();
            entries = it.getList("history", Document.class);
        }

        void sent() {
            sent++;
        }

        boolean started() {
            return sent > 0;
        }

        long lastSent() {
            return entries.get(sent - 1).getLong("seq");
        }
    }

    private Batch(MongoTemplate mongo, Outbox outbox) {
        this.mongo = mongo;
        this.outbox = outbox;
    }

    static Batch read(MongoTemplate mongo, Outbox outbox, Set<Integer> shards, int size) {
        var batch = new Batch(mongo, outbox);
        var waiting = new Document("unpublished", new Document("$type", "date"))
                .append("shard", new Document("$in", List.copyOf(shards)));
        var unpublishedEntries = Document.parse(
                "{$filter: {input: '$history', as: 'entry', cond: {$gt: ['$$entry.seq', '$publishedSeq']}}}");
        var pipeline = List.of(
                new Document("$match", waiting),
                new Document("$sort", new Document("unpublished", 1).append("_id", 1)),
                new Document("$limit", size),
                new Document(
                        "$project",
                        new Document("agency", 1).append("unpublished", 1).append("history", unpublishedEntries)));
        mongo.getCollection(outbox.collection()).aggregate(pipeline).forEach(it -> batch.pending.add(new Pending(it)));
        return batch;
    }

    List<Pending> pending() {
        return pending;
    }

    Outbox outbox() {
        return outbox;
    }

    /** Writes down how far each aggregate got; the mark goes only where nothing has been added meanwhile. */
    void mark() {
        var bulk = mongo.bulkOps(BulkOperations.BulkMode.ORDERED, outbox.collection());
        boolean any = false;
        for (var it : pending) {
            if (it.started()) {
                any = true;
                var id = Criteria.where("_id").is(it.id);
                bulk.updateOne(new Query(id), new Update().max("publishedSeq", it.lastSent()));
                var nothingAdded = Criteria.where("_id").is(it.id).and("seq").is(it.lastSent());
                bulk.updateOne(new Query(nothingAdded), new Update().unset("unpublished"));
            }
        }
        if (any) {
            bulk.execute();
        }
    }
}
