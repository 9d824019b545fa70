package io.motcua.dossier.lookup.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.motcua.dossier.lookup.Guesses;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/** One document per code; whoever counts it up has the guess. */
@Repository
class MongoGuesses implements Guesses {

    private static final Logger log = LoggerFactory.getLogger(MongoGuesses.class);
    private static final String COLLECTION = "lookupGuesses";
    private static final int ATTEMPTS = 200;

    private final MongoTemplate mongo;
    private final Clock clock;

    MongoGuesses(MongoTemplate mongo, Clock clock) {
        this.mongo = mongo;
        this.clock = clock;
        mongo.indexOps(COLLECTION).createIndex(new Index("until", Sort.Direction.ASC));
    }

    @Override
    public Optional<Duration> take(String code) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            var now = clock.instant();
            var known = mongo.findById(code, Document.class, COLLECTION);
            if (known == null) {
                if (begun(code, now)) {
                    return Optional.empty();
                }
                continue;
            }
            var until = known.getDate("until").toInstant();
            if (until.isAfter(now)) {
                return Optional.of(Duration.between(now, until));
            }
            if (counted(code, known.getInteger("guesses"), now)) {
                return Optional.empty();
            }
        }
        throw new IllegalStateException("Lost " + ATTEMPTS + " races for a guess");
    }

    @Override
    public void forget(String code) {
        mongo.remove(query(where("_id").is(code)), COLLECTION);
    }

    @Override
    public void forgetBefore(Instant over) {
        mongo.remove(query(where("until").lt(Date.from(over))), COLLECTION);
    }

    private boolean begun(String code, Instant now) {
        try {
            mongo.insert(
                    new Document("_id", code)
                            .append("guesses", 1)
                            .append("until", Date.from(now.plus(Guesses.pauseAfter(1)))),
                    COLLECTION);
            return true;
        } catch (DuplicateKeyException e) {
            log.debug("Another guesses for the same code");
            return false;
        }
    }

    private boolean counted(String code, int before, Instant now) {
        var guesses = before + 1;
        var up = Update.update("guesses", guesses).set("until", Date.from(now.plus(Guesses.pauseAfter(guesses))));
        return mongo.updateFirst(query(where("_id").is(code).and("guesses").is(before)), up, COLLECTION)
                        .getMatchedCount()
                == 1;
    }
}
