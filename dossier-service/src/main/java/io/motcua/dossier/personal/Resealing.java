package io.motcua.dossier.personal;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.motcua.platform.privacy.Resealable;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntUnaryOperator;
import org.bson.Document;
import org.bson.types.Binary;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Sees to it that what the store holds can be opened, and that it is sealed with the primary key. For each key in use a
 * document proves who has it: a service without one of them does not start, before it serves anybody.
 */
@Component
class Resealing implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Resealing.class);
    private static final String COLLECTION = "dataKeys";
    private static final String PROOF = "proof";
    private static final byte[] WORDS = "whoever reads this has the key".getBytes(StandardCharsets.UTF_8);
    private static final int AT_ONCE = 100;
    private static final int MOST_TURNS = 10_000;

    private final MongoTemplate mongo;
    private final DataKeys keys;
    private final List<Resealable> holders;
    private final AtomicLong waiting = new AtomicLong();
    private volatile boolean running;
    private volatile boolean allSealed;

    Resealing(MongoTemplate mongo, DataKeys keys, List<Resealable> holders, MeterRegistry meters) {
        this.mongo = mongo;
        this.keys = keys;
        this.holders = holders;
        Gauge.builder("motcua.personal.sealed.with.old.keys", waiting, AtomicLong::get)
                .description(
                        "Dossiers and contents that an old key has sealed; it must stay in the keyset until there are none")
                .register(meters);
    }

    @Override
    public void start() {
        for (var it : mongo.findAll(Document.class, COLLECTION)) {
            requireKey(it.getString("_id"), it.get(PROOF, Binary.class).getData());
        }
        var id = String.valueOf(keys.key());
        try {
            mongo.insert(new Document("_id", id).append(PROOF, new Binary(keys.seal(WORDS, place(id)))), COLLECTION);
        } catch (DuplicateKeyException e) {
            log.debug("The key {} is in use", id);
        }
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before anything is served or consumed. */
    @Override
    public int getPhase() {
        return 0;
    }

    @Scheduled(
            initialDelayString = "${motcua.dossiers.resealed-every:1m}",
            fixedDelayString = "${motcua.dossiers.resealed-every:1m}")
    void sweep() {
        if (!allSealed) {
            holders.forEach(it -> all(it::sealUnsealed));
            allSealed = true;
        }
        if (keys.oldKeys().isEmpty()) {
            return;
        }
        holders.forEach(it -> all(it::reseal));
        waiting.set(holders.stream().mapToLong(Resealable::sealedWithOldKeys).sum());
        if (waiting.get() == 0) {
            mongo.remove(
                    query(where("_id")
                            .in(keys.oldKeys().stream().map(String::valueOf).toList())),
                    COLLECTION);
        }
    }

    /** What somebody else keeps changing meanwhile waits for the next time. */
    private void all(IntUnaryOperator some) {
        for (int turn = 0; turn < MOST_TURNS; turn++) {
            int found = some.applyAsInt(AT_ONCE);
            if (found > 0) {
                log.info("Sealed {} anew with the key {}", found, keys.key());
            }
            if (found < AT_ONCE) {
                return;
            }
        }
    }

    private void requireKey(String id, byte[] proof) {
        try {
            keys.open(proof, place(id));
        } catch (IllegalStateException e) {
            throw new DataKeys.Unusable("lacks the key " + id + ", with which data in this store are sealed", e);
        }
    }

    private static String place(String id) {
        return COLLECTION + "/" + id;
    }
}
