package io.motcua.platform.requests;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.motcua.platform.privacy.Resealable;
import io.motcua.platform.privacy.Seals;
import io.motcua.platform.problems.PlatformProblem;
import io.motcua.platform.problems.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.bson.Document;
import org.bson.types.Binary;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Which request keys have been used, for what, and what was answered. A request claims its key by inserting it; whoever
 * comes second gets the same answer, or is told to wait.
 */
class RememberedRequests implements Resealable {

    private static final Logger log = LoggerFactory.getLogger(RememberedRequests.class);
    private static final String COLLECTION = "requests";
    private static final String BODY = "answer.body";
    private static final String SEALED_WITH = "answer.sealedWith";

    private final MongoTemplate mongo;
    private final Clock clock;
    private final RequestSettings settings;
    private final Seals seals;

    /** An answer as it went out. */
    record Answer(int status, Map<String, String> headers, byte[] body) {}

    /** The right to run a request, until its lease ends. */
    record Claim(String id, Date until) {}

    RememberedRequests(MongoTemplate mongo, Clock clock, RequestSettings settings, Seals seals) {
        this.mongo = mongo;
        this.clock = clock;
        this.settings = settings;
        this.seals = seals;
        mongo.indexOps(COLLECTION).createIndex(new Index("expires", Sort.Direction.ASC));
        if (seals.key() != null) {
            mongo.indexOps(COLLECTION).createIndex(new Index(SEALED_WITH, Sort.Direction.ASC).sparse());
        }
    }

    /**
     * Looks the key up.
     *
     * @throws Problem 422 if it was used for another body
     */
    Optional<Answer> answer(String id, String bodyHash) {
        var found = mongo.findById(id, Document.class, COLLECTION);
        if (found == null) {
            return Optional.empty();
        }
        if (!bodyHash.equals(found.getString("bodyHash"))) {
            throw new Problem(PlatformProblem.REQUEST_KEY_REUSED);
        }
        var answer = found.get("answer", Document.class);
        if (answer == null) {
            return Optional.empty();
        }
        var headers = new TreeMap<String, String>();
        answer.get("headers", new Document()).forEach((name, value) -> headers.put(name, (String) value));
        return Optional.of(new Answer(answer.getInteger("status"), headers, body(id, answer)));
    }

    /** @throws Problem 409 if a request with this key is still running */
    Claim claim(String id, String bodyHash) {
        var now = clock.instant();
        var claim = new Claim(id, Date.from(now.plus(settings.lease())));
        try {
            mongo.insert(
                    new Document("_id", id)
                            .append("bodyHash", bodyHash)
                            .append("until", claim.until())
                            .append("expires", Date.from(now.plus(settings.kept()))),
                    COLLECTION);
            return claim;
        } catch (DuplicateKeyException e) {
            log.debug("The key of request {} is taken", id);
        }
        var abandoned =
                where("_id").is(id).and("answer").exists(false).and("until").lte(Date.from(now));
        if (mongo.updateFirst(query(abandoned), Update.update("until", claim.until()), COLLECTION)
                        .getMatchedCount()
                == 1) {
            return claim;
        }
        throw new Problem(PlatformProblem.REQUEST_IN_PROGRESS).retryAfter(Duration.ofSeconds(1));
    }

    void remember(Claim claim, Answer answer) {
        var stored = new Document("status", answer.status())
                .append("headers", new Document(Map.copyOf(answer.headers())))
                .append("body", new Binary(seals.seal(answer.body(), place(claim.id()))));
        if (seals.key() != null) {
            stored.append("sealedWith", seals.key());
        }
        mongo.updateFirst(mine(claim), Update.update("answer", stored), COLLECTION);
    }

    /** Nothing was done that must be remembered: the key may be used again. */
    void forget(Claim claim) {
        mongo.remove(mine(claim), COLLECTION);
    }

    @Scheduled(fixedDelayString = "PT10M")
    void sweep() {
        sweep(clock.instant());
    }

    void sweep(Instant now) {
        mongo.remove(query(where("expires").lt(Date.from(now))), COLLECTION);
    }

    @Override
    public long sealedWithOldKeys() {
        return seals.oldKeys().isEmpty() ? 0 : mongo.count(query(old()), COLLECTION);
    }

    @Override
    public int reseal(int limit) {
        return seals.oldKeys().isEmpty() ? 0 : reseal(old(), limit);
    }

    @Override
    public int sealUnsealed(int limit) {
        return reseal(where(BODY).exists(true).and(SEALED_WITH).exists(false), limit);
    }

    /** An answer does not change, so it does not matter who seals it last. */
    private int reseal(Criteria which, int limit) {
        var found = mongo.find(query(which).limit(limit), Document.class, COLLECTION);
        for (var it : found) {
            var id = it.getString("_id");
            var body = seals.seal(body(id, it.get("answer", Document.class)), place(id));
            mongo.updateFirst(
                    query(where("_id").is(id).and(BODY).exists(true)),
                    new Update().set(BODY, new Binary(body)).set(SEALED_WITH, seals.key()),
                    COLLECTION);
        }
        return found.size();
    }

    private Criteria old() {
        return where(SEALED_WITH).in(seals.oldKeys());
    }

    /** What was remembered before anything was sealed lies in clear. */
    private byte[] body(String id, Document answer) {
        var stored = answer.get("body", Binary.class).getData();
        return answer.containsKey("sealedWith") ? seals.open(stored, place(id)) : stored;
    }

    private static String place(String id) {
        return COLLECTION + "/" + id;
    }

    private static org.springframework.data.mongodb.core.query.Query mine(Claim claim) {
        return query(where("_id").is(claim.id()).and("until").is(claim.until()));
    }
}
