package io.motcua.gateway.limits;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * How much of its day's requests each app has had. Once a second an instance adds what it let pass to a counter in the store
 * and reads what all have let pass. So a day's quota is exceeded by no more than what passes at the other instances within
 * that second; while the store is away each counts for itself, and adds it up later.
 */
@Component
class Days implements DisposableBean {

    static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private static final Logger log = LoggerFactory.getLogger(Days.class);
    private static final String COLLECTION = "appDays";
    private static final int KEPT = 31;

    private final MongoTemplate mongo;
    private final Clock clock;
    private final Map<String, Count> counts = new ConcurrentHashMap<>();
    private LocalDate swept = LocalDate.EPOCH;

    Days(MongoTemplate mongo, Clock clock) {
        this.mongo = mongo;
        this.clock = clock;
    }

    /** One more request of an app, if it has one left. */
    Bucket.Taken take(String app, long perDay) {
        var now = clock.instant().atZone(ZONE);
        var left = Duration.between(now, now.toLocalDate().plusDays(1).atStartOfDay(ZONE));
        long granted =
                counts.computeIfAbsent(app, _ -> new Count(now.toLocalDate())).take(now.toLocalDate(), perDay);
        return new Bucket.Taken(granted >= 0, Math.max(0, granted), left.toNanos());
    }

    @Scheduled(fixedRate = 1, timeUnit = TimeUnit.SECONDS)
    synchronized void exchange() {
        var today = clock.instant().atZone(ZONE).toLocalDate();
        try {
            for (var it : counts.entrySet()) {
                exchange(it.getKey(), it.getValue());
                if (it.getValue().isOver(today)) {
                    counts.remove(it.getKey());
                }
            }
            if (!swept.equals(today)) {
                mongo.remove(query(where("day").lt(today.minusDays(KEPT).toString())), COLLECTION);
                swept = today;
            }
        } catch (DataAccessException away) {
            log.warn("Each instance counts the apps' day for itself: {}", away.getMessage());
        }
    }

    private void exchange(String app, Count count) {
        var sent = count.send();
        if (sent.requests() == 0) {
            return;
        }
        boolean told = false;
        try {
            count.told(sent, add(app, sent));
            told = true;
        } finally {
            if (!told) {
                count.unsent(sent);
            }
        }
    }

    /** The new total; of a day that nobody has counted yet, the document comes first. */
    private long add(String app, Sent sent) {
        var id = app + "|" + sent.day();
        if (!increase(id, sent.requests())) {
            try {
                mongo.insert(
                        new Document("_id", id)
                                .append("day", sent.day().toString())
                                .append("requests", sent.requests()),
                        COLLECTION);
            } catch (DuplicateKeyException another) {
                increase(id, sent.requests());
            }
        }
        var all = Objects.requireNonNull(mongo.findById(id, Document.class, COLLECTION));
        return all.getLong("requests");
    }

    private boolean increase(String id, long requests) {
        return mongo.updateFirst(query(where("_id").is(id)), new Update().inc("requests", requests), COLLECTION)
                        .getMatchedCount()
                == 1;
    }

    @Override
    public void destroy() {
        exchange();
    }

    private record Sent(LocalDate day, long requests) {}

    /** What one app has had today: what the store knows of, and what it is still to be told. */
    private static final class Count {

        private LocalDate day;
        private long told;
        private long mine;
        private long sending;

        Count(LocalDate day) {
            this.day = day;
        }

        /** What is left after this request, or -1 if there is nothing for it. */
        synchronized long take(LocalDate today, long perDay) {
            if (!today.equals(day)) {
                day = today;
                told = 0;
                mine = 0;
                sending = 0;
            }
            long left = perDay - told - mine - sending;
            if (left <= 0) {
                return -1;
            }
            mine++;
            return left - 1;
        }

        synchronized Sent send() {
            sending = mine;
            mine = 0;
            return new Sent(day, sending);
        }

        synchronized void told(Sent sent, long total) {
            if (sent.day().equals(day)) {
                told = total;
                sending = 0;
            }
        }

        synchronized void unsent(Sent sent) {
            if (sent.day().equals(day)) {
                mine += sending;
                sending = 0;
            }
        }

        synchronized boolean isOver(LocalDate today) {
            return day.isBefore(today);
        }
    }
}
