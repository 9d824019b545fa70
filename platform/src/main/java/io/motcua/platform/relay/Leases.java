package io.motcua.platform.relay;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.motcua.platform.history.Outbox;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Update;

/**
 * Shares the shards among the instances of a service. Every instance is a member for as long as it renews itself, takes
 * shards that nobody holds up to its fair share, and gives back what it holds beyond.
 */
final class Leases {

    private static final Logger log = LoggerFactory.getLogger(Leases.class);
    private static final String SHARDS = "relayShards";
    private static final String MEMBERS = "relayMembers";
    private static final Date LONG_AGO = new Date(0);

    private final MongoTemplate mongo;
    private final Clock clock;
    private final Duration length;
    private final String me = UUID.randomUUID().toString();
    private final Set<Integer> held = new HashSet<>();
    private Instant validUntil = Instant.MIN;
    private Instant renewAt = Instant.MIN;

    Leases(MongoTemplate mongo, Clock clock, Duration length) {
        this.mongo = mongo;
        this.clock = clock;
        this.length = length;
    }

    /** The shards that this instance holds now; renews what is due first. */
    Set<Integer> held() {
        var now = clock.instant();
        if (!now.isBefore(renewAt) || !now.isBefore(validUntil)) {
            renew(now);
        }
        return Set.copyOf(held);
    }

    /** Gives everything back, so that the others need not wait. */
    void release() {
        mongo.remove(query(where("_id").is(me)), MEMBERS);
        mongo.updateMulti(query(where("owner").is(me)), Update.update("until", LONG_AGO), SHARDS);
        held.clear();
        validUntil = Instant.MIN;
    }

    private void renew(Instant now) {
        var until = Date.from(now.plus(length));
        enlist(until);
        mongo.remove(query(where("until").lt(Date.from(now.minus(length)))), MEMBERS);
        long members = Math.max(1, mongo.count(query(where("until").gt(Date.from(now))), Document.class, MEMBERS));
        int fair = Math.ceilDiv(Outbox.SHARDS, (int) members);
        mongo.updateMulti(mine(where("until").gt(Date.from(now))), Update.update("until", until), SHARDS);
        held.clear();
        mongo.find(mine(where("until").gt(Date.from(now))), Document.class, SHARDS)
                .forEach(it -> held.add(it.getInteger("_id")));
        giveBack(fair);
        take(fair, now, until);
        validUntil = now.plus(length);
        renewAt = now.plus(length.dividedBy(3));
    }

    private void enlist(Date until) {
        var renewed = mongo.updateFirst(query(where("_id").is(me)), Update.update("until", until), MEMBERS);
        if (renewed.getMatchedCount() == 0) {
            mongo.insert(new Document("_id", me).append("until", until), MEMBERS);
        }
    }

    private void giveBack(int fair) {
        var surplus = held.stream().skip(fair).toList();
        for (int shard : surplus) {
            mongo.updateFirst(mine(where("_id").is(shard)), Update.update("until", LONG_AGO), SHARDS);
            held.remove(shard);
        }
    }

    private void take(int fair, Instant now, Date until) {
        for (int shard = 0; shard < Outbox.SHARDS && held.size() < fair; shard++) {
            if (!held.contains(shard) && (claim(shard, now, until) || (isNew(shard) && claim(shard, now, until)))) {
                held.add(shard);
            }
        }
    }

    private boolean claim(int shard, Instant now, Date until) {
        var free = where("_id").is(shard).and("until").lte(Date.from(now));
        return mongo.updateFirst(query(free), Update.update("until", until).set("owner", me), SHARDS)
                        .getMatchedCount()
                == 1;
    }

    private boolean isNew(int shard) {
        if (mongo.exists(query(where("_id").is(shard)), SHARDS)) {
            return false;
        }
        try {
            mongo.insert(new Document("_id", shard).append("until", LONG_AGO).append("owner", ""), SHARDS);
        } catch (DuplicateKeyException e) {
            log.debug("Another instance has made shard {} known", shard);
        }
        return true;
    }

    private org.springframework.data.mongodb.core.query.Query mine(Criteria criteria) {
        return query(new Criteria().andOperator(where("owner").is(me), criteria));
    }
}
