package io.motcua.dossier.attachments.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.motcua.dossier.attachments.Unscanned;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

@Repository
class MongoUnscanned implements Unscanned {

    private static final String COLLECTION = "unscanned";
    private static final String SINCE = "since";

    private final MongoTemplate mongo;

    MongoUnscanned(MongoTemplate mongo) {
        this.mongo = mongo;
        mongo.indexOps(COLLECTION).createIndex(new Index(SINCE, Sort.Direction.ASC));
    }

    /** The same again, after a repeat of the same request, changes nothing that matters. */
    @Override
    public void add(Waiting waiting) {
        mongo.save(
                new Document("_id", waiting.content())
                        .append("agency", waiting.agency())
                        .append("dossier", waiting.dossier())
                        .append("component", waiting.component())
                        .append("sha256", waiting.sha256())
                        .append(SINCE, Date.from(waiting.since())),
                COLLECTION);
    }

    @Override
    public boolean contains(String content) {
        return mongo.exists(query(where("_id").is(content)), COLLECTION);
    }

    @Override
    public List<Waiting> since(Instant before, int limit) {
        var oldest =
                query(where(SINCE).lt(Date.from(before))).with(Sort.by(SINCE)).limit(limit);
        return mongo.find(oldest, Document.class, COLLECTION).stream()
                .map(it -> new Waiting(
                        it.getString("_id"),
                        it.getString("agency"),
                        it.getString("dossier"),
                        it.getString("component"),
                        it.getString("sha256"),
                        it.getDate(SINCE).toInstant()))
                .toList();
    }

    @Override
    public long count() {
        return mongo.count(new Query(), COLLECTION);
    }

    @Override
    public void remove(String content) {
        mongo.remove(query(where("_id").is(content)), COLLECTION);
    }
}
