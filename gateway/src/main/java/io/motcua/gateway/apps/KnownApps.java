package io.motcua.gateway.apps;

import io.motcua.platform.history.Aggregates;
import io.motcua.platform.history.Snapshot;
import io.motcua.platform.problems.PlatformProblem;
import io.motcua.platform.problems.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The registered apps in memory, so that a request asks no store. Read anew every two seconds: so long may pass until an
 * instance follows what was done at another.
 */
@Component
class KnownApps {

    /** The first requests after a start wait so long for the apps. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final int PAGE = 1_000;
    private static final Logger log = LoggerFactory.getLogger(KnownApps.class);

    private final Aggregates<App> records;
    private final Clock clock;
    private final Duration unconfirmed;
    private final ReentrantLock reading = new ReentrantLock();
    private final CountDownLatch once = new CountDownLatch(1);
    private volatile @Nullable Read read;

    /**
     * An app by one of its keys.
     *
     * @param id of the app
     */
    record Known(String id, App app, ApiKey key) {}

    private record Read(Map<String, Known> byHash, Map<String, List<App>> byOrigin, Instant at) {}

    KnownApps(Aggregates<App> records, AppSettings settings, Clock clock) {
        this.records = records;
        this.clock = clock;
        this.unconfirmed = settings.unconfirmed();
    }

    boolean ready() {
        return read != null;
    }

    /** @throws Problem 503 while it cannot be known whether the key still holds */
    Optional<Known> by(KeyText key) {
        var it = read();
        if (clock.instant().isAfter(it.at().plus(unconfirmed))) {
            throw away();
        }
        return Optional.ofNullable(it.byHash().get(key.hash()));
    }

    /**
     * Those whose pages come from there. Unlike a key, an origin gives its holder nothing, so it needs no confirmation.
     *
     * @throws Problem 503 while nothing is known at all
     */
    List<App> from(String origin) {
        return read().byOrigin().getOrDefault(origin, List.of());
    }

    @Scheduled(fixedDelay = 2, timeUnit = TimeUnit.SECONDS)
    void refresh() {
        reading.lock();
        try {
            var now = clock.instant();
            read = read(now);
            once.countDown();
        } catch (DataAccessException away) {
            log.warn("Apps are taken from memory, since the store does not answer: {}", away.getMessage());
        } finally {
            reading.unlock();
        }
    }

    private Read read(Instant now) {
        var byHash = new HashMap<String, Known>();
        var byOrigin = new HashMap<String, List<App>>();
        var page = page("");
        while (!page.isEmpty()) {
            for (var it : page) {
                var app = it.state();
                app.keys().forEach(key -> byHash.put(key.hash(), new Known(it.id(), app, key)));
                if (!app.removed()) {
                    app.origins()
                            .forEach(origin -> byOrigin.computeIfAbsent(origin, _ -> new ArrayList<>())
                                    .add(app));
                }
            }
            page = page.size() < PAGE ? List.of() : page(page.getLast().id());
        }
        return new Read(Map.copyOf(byHash), Map.copyOf(byOrigin), now);
    }

    private List<Snapshot<App>> page(String after) {
        return records.findAcrossAgencies(Criteria.where("_id").gt(after), Sort.by("_id"), PAGE);
    }

    private Read read() {
        var it = read;
        if (it == null) {
            try {
                if (!once.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                    throw away();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw away();
            }
            it = read;
        }
        if (it == null) {
            throw away();
        }
        return it;
    }

    private static Problem away() {
        return new Problem(PlatformProblem.NOT_READY, "apps").retryAfter(PAUSE);
    }
}
