package io.motcua.gateway.limits;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.dao.DataAccessException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/**
 * How the instances of the gateway divide the rates. Once a second each writes down what was asked of it and reads what was
 * asked of the others, in one document each, however many clients there are; for the next second it has the part of a rate
 * that it had of the demand. While the store is away the last parts hold on.
 */
@Component
class Shares implements DisposableBean {

    /** An instance that was not heard of for so long asks for nothing. */
    static final Duration SILENT = Duration.ofSeconds(5);

    /** The busiest keys; what is asked for more rarely cannot come near its limit on several instances at once. */
    private static final int MOST_KEYS = 1_000;

    private static final Logger log = LoggerFactory.getLogger(Shares.class);
    private static final String COLLECTION = "demands";

    private final MongoTemplate mongo;
    private final Clock clock;
    private final String me = UUID.randomUUID().toString();
    private volatile Map<String, Double> parts = Map.of();

    Shares(MongoTemplate mongo, Clock clock) {
        this.mongo = mongo;
        this.clock = clock;
    }

    /** Between 0 and 1; all of it where nobody else is asked for the same. */
    double part(String key) {
        return parts.getOrDefault(key, 1.0);
    }

    /** @param demand by key, of the last second */
    void exchange(Map<String, Long> demand) {
        try {
            write(demand);
            parts = parts(demand, others());
        } catch (DataAccessException away) {
            log.warn("Each instance goes on with its last part of the rates: {}", away.getMessage());
        }
    }

    private void write(Map<String, Long> demand) {
        List<Document> asked = demand.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(MOST_KEYS)
                .map(it -> new Document("key", it.getKey()).append("count", it.getValue()))
                .toList();
        var said =
                new Document("_id", me).append("at", Date.from(clock.instant())).append("asked", asked);
        mongo.save(said, COLLECTION);
    }

    private Map<String, Long> others() {
        var heard = Date.from(clock.instant().minus(SILENT));
        mongo.remove(query(where("at").lt(heard)), COLLECTION);
        var others = new HashMap<String, Long>();
        for (var it : mongo.find(query(where("_id").ne(me)), Document.class, COLLECTION)) {
            for (var asked : it.getList("asked", Document.class)) {
                others.merge(asked.getString("key"), asked.getLong("count"), Long::sum);
            }
        }
        return others;
    }

    private static Map<String, Double> parts(Map<String, Long> demand, Map<String, Long> others) {
        var parts = new HashMap<String, Double>();
        others.forEach((key, count) -> {
            // At least one, so that who comes here next finds something.
            double mine = Math.max(1, demand.getOrDefault(key, 0L));
            parts.put(key, mine / (mine + count));
        });
        return Map.copyOf(parts);
    }

    @Override
    public void destroy() {
        try {
            mongo.remove(query(where("_id").is(me)), COLLECTION);
        } catch (DataAccessException away) {
            log.info("The others learn by its silence that this instance is gone: {}", away.getMessage());
        }
    }
}
