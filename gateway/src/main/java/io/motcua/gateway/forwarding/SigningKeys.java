package io.motcua.gateway.forwarding;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import io.motcua.platform.problems.PlatformProblem;
import io.motcua.platform.problems.Problem;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Every instance of the gateway signs with a key of its own, which never leaves its memory and is replaced each day. The
 * public halves lie in the gateway's database, so that each instance can show those of all.
 */
@Component
class SigningKeys {

    /** How long a key signs. */
    static final Duration SIGNS = Duration.ofDays(1);

    /** How long a key is shown after its instance was last heard of: far longer than its last token lives. */
    static final Duration SHOWN = Duration.ofHours(1);

    private static final Logger log = LoggerFactory.getLogger(SigningKeys.class);
    private static final String COLLECTION = "signingKeys";

    private final MongoTemplate mongo;
    private final Clock clock;
    private volatile @Nullable Own own;
    private volatile JWKSet shown = new JWKSet();

    private record Own(ECKey key, Instant since) {}

    SigningKeys(MongoTemplate mongo, Clock clock) {
        this.mongo = mongo;
        this.clock = clock;
    }

    /** @throws Problem 503 if this instance has not yet been able to make its key known */
    ECKey current() {
        var it = own;
        if (it == null) {
            throw new Problem(PlatformProblem.NOT_READY, "signing key").retryAfter(Duration.ofSeconds(2));
        }
        return it.key();
    }

    /** The public halves of all instances' keys. */
    JWKSet shown() {
        return shown;
    }

    @Scheduled(fixedDelay = 5, timeUnit = TimeUnit.SECONDS)
    void refresh() {
        try {
            var now = clock.instant();
            var mine = own;
            if (mine == null || !now.isBefore(mine.since().plus(SIGNS))) {
                mine = new Own(newKey(), now);
            }
            show(mine.key(), now.plus(SHOWN));
            own = mine;
            mongo.remove(query(where("until").lt(Date.from(now))), COLLECTION);
            shown = read();
        } catch (DataAccessException away) {
            log.warn("The signing keys stay as they are, since the store does not answer: {}", away.getMessage());
        }
    }

    private void show(ECKey key, Instant until) {
        var again = mongo.updateFirst(
                query(where("_id").is(key.getKeyID())), Update.update("until", Date.from(until)), COLLECTION);
        if (again.getMatchedCount() == 0) {
            mongo.insert(
                    new Document("_id", key.getKeyID())
                            .append("key", key.toPublicJWK().toJSONString())
                            .append("until", Date.from(until)),
                    COLLECTION);
        }
    }

    private JWKSet read() {
        var keys = new ArrayList<JWK>();
        for (var it : mongo.findAll(Document.class, COLLECTION)) {
            try {
                keys.add(JWK.parse(it.getString("key")));
            } catch (ParseException e) {
                throw new IllegalStateException("No key: " + COLLECTION + "/" + it.getString("_id"), e);
            }
        }
        return new JWKSet(keys);
    }

    private static ECKey newKey() {
        try {
            return new ECKeyGenerator(Curve.P_256)
                    .keyID(UUID.randomUUID().toString())
                    .algorithm(JWSAlgorithm.ES256)
                    .keyUse(KeyUse.SIGNATURE)
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("This JVM has no P-256", e);
        }
    }
}
