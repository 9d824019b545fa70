package io.motcua.gateway.apps;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * On which day each key was last used, so that one can see which are not. Beside the apps and not in them: a use is nothing
 * that makes a reading stale, or that their history should tell. Each instance writes at most once a day for a key.
 */
@Component
public class LastUses {

    static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private static final Logger log = LoggerFactory.getLogger(LastUses.class);
    private static final String COLLECTION = "keyUses";

    private final MongoTemplate mongo;
    private final Clock clock;
    private final Map<String, LocalDate> seen = new ConcurrentHashMap<>();
    private final Set<String> unwritten = ConcurrentHashMap.newKeySet();

    LastUses(MongoTemplate mongo, Clock clock) {
        this.mongo = mongo;
        this.clock = clock;
    }

    void used(String hash) {
        var today = LocalDate.ofInstant(clock.instant(), ZONE);
        if (!today.equals(seen.get(hash)) && !today.equals(seen.put(hash, today))) {
            unwritten.add(hash);
        }
    }

    /** Keys that were never used are not there. */
    public Map<ApiKey, LocalDate> of(Collection<App> apps) {
        var keys = apps.stream()
                .flatMap(it -> it.keys().stream())
                .collect(Collectors.toMap(ApiKey::hash, Function.identity()));
        var days = new HashMap<ApiKey, LocalDate>();
        for (var it : mongo.find(query(where("_id").in(keys.keySet())), Document.class, COLLECTION)) {
            days.put(keys.get(it.getString("_id")), LocalDate.parse(it.getString("day")));
        }
        return days;
    }

    @Scheduled(fixedDelay = 2, timeUnit = TimeUnit.SECONDS)
    void write() {
        try {
            for (var hash : unwritten) {
                var day = seen.get(hash);
                if (day != null) {
                    write(hash, day.toString());
                    seen.computeIfPresent(hash, (_, latest) -> {
                        if (latest.equals(day)) {
                            unwritten.remove(hash);
                        }
                        return latest;
                    });
                }
            }
        } catch (DataAccessException away) {
            log.warn("The days on which keys are used are not written down now: {}", away.getMessage());
        }
    }

    private void write(String id, String day) {
        if (!raise(id, day)) {
            try {
                mongo.insert(new Document("_id", id).append("day", day), COLLECTION);
            } catch (DuplicateKeyException another) {
                raise(id, day);
            }
        }
    }

    private boolean raise(String id, String day) {
        return mongo.updateFirst(query(where("_id").is(id)), new Update().max("day", day), COLLECTION)
                        .getMatchedCount()
                == 1;
    }
}
