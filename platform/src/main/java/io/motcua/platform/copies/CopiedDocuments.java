package io.motcua.platform.copies;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.motcua.platform.consumption.About;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/** What one kind of state-carrying event last said of each of its subjects. */
public final class CopiedDocuments<T> {

    private static final Logger log = LoggerFactory.getLogger(CopiedDocuments.class);

    private final MongoTemplate mongo;
    private final String collection;
    private final Class<T> type;

    CopiedDocuments(MongoTemplate mongo, String collection, Class<T> type) {
        this.mongo = mongo;
        this.collection = collection;
        this.type = type;
    }

    /**
     * Keeps the value unless the copy already has one as new.
     *
     * @return false if it has
     */
    public boolean put(String id, String agency, About about, T value) {
        var written = new Document();
        mongo.getConverter().write(value, written);
        var older = where("_id").is(id).and("sequence").lt(about.sequence());
        var update = Update.update("value", written)
                .set("sequence", about.sequence())
                .set("source", about.source())
                .set("agency", agency);
        if (mongo.updateFirst(query(older), update, collection).getMatchedCount() == 1) {
            return true;
        }
        try {
            mongo.insert(
                    new Document("_id", id)
                            .append("agency", agency)
                            .append("source", about.source())
                            .append("sequence", about.sequence())
                            .append("value", written),
                    collection);
            return true;
        } catch (DuplicateKeyException e) {
            log.debug("{}/{} is already known at {} or later", collection, id, about.sequence());
            // Another instance may have inserted an older one between the two writes.
            return mongo.updateFirst(query(older), update, collection).getMatchedCount() == 1;
        }
    }

    public Optional<T> get(String id) {
        return find(where("_id").is(id), Sort.by("_id"), 1).stream().findFirst();
    }

    /** Finds by criteria on {@code agency} and {@code value.…}. */
    public List<T> find(Criteria criteria, Sort sort, int limit) {
        return mongo.find(new Query(criteria).with(sort).limit(limit), Document.class, collection).stream()
                .map(it -> mongo.getConverter().read(type, it.get("value", Document.class)))
                .toList();
    }
}
