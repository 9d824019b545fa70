package io.motcua.platform.copies;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Update;

/** How far each copy has read; it lies beside the copied data, so both are lost and restored together. */
final class CopyOffsets {

    private static final Logger log = LoggerFactory.getLogger(CopyOffsets.class);
    private static final String COLLECTION = "copyOffsets";

    private final MongoTemplate mongo;

    CopyOffsets(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    boolean complete(String copy) {
        return mongo.exists(query(where("_id").is(copy).and("complete").is(true)), COLLECTION);
    }

    /** The next offset by partition; nothing if the copy has never been begun, or its database has been emptied. */
    Optional<Map<Integer, Long>> read(String copy) {
        return Optional.ofNullable(mongo.findById(copy, Document.class, COLLECTION))
                .map(it -> {
                    var offsets = new TreeMap<Integer, Long>();
                    it.get("offsets", new Document())
                            .forEach((partition, offset) -> offsets.put(Integer.valueOf(partition), (Long) offset));
                    return offsets;
                });
    }

    void begin(String copy) {
        try {
            mongo.insert(
                    new Document("_id", copy).append("offsets", new Document()).append("complete", false), COLLECTION);
        } catch (DuplicateKeyException e) {
            log.debug("Another instance has begun the copy {}", copy);
        }
    }

    /** False if there is nothing to write to: the database has been emptied. */
    boolean write(String copy, Map<Integer, Long> next) {
        var update = new Update();
        next.forEach((partition, offset) -> update.max("offsets." + partition, offset));
        return mongo.updateFirst(query(where("_id").is(copy)), update, COLLECTION)
                        .getMatchedCount()
                == 1;
    }

    void markComplete(String copy) {
        mongo.updateFirst(query(where("_id").is(copy)), Update.update("complete", true), COLLECTION);
    }
}
