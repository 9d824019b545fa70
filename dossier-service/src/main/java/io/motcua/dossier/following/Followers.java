package io.motcua.dossier.following;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.motcua.dossier.DossierProblem;
import io.motcua.dossier.casework.Dossiers;
import io.motcua.platform.problems.Problem;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Everybody who follows a dossier in this instance. One look at the store for all of them finds what has changed, whichever
 * instance changed it. Not the topic: it lacks what is not published (a refused withdrawal, a payment that is noted), is late
 * while the broker is away, and every instance would read all of it for the few dossiers that somebody looks at.
 */
@Component
public class Followers implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Followers.class);
    private static final Duration CROWDED = Duration.ofSeconds(10);

    private final Dossiers dossiers;
    private final FollowingSettings settings;
    private final Set<Follower> all = ConcurrentHashMap.newKeySet();
    private volatile boolean running;

    Followers(Dossiers dossiers, FollowingSettings settings, MeterRegistry meters) {
        this.dossiers = dossiers;
        this.settings = settings;
        Gauge.builder("motcua.dossiers.followers", all, Set::size)
                .description("Streams of dossiers' changes that are open")
                .register(meters);
    }

    /** @throws Problem 429 if the person follows too much already, 503 if everybody together does */
    public synchronized Follower follow(String person, String dossier) {
        if (!running || all.size() >= settings.atOnce()) {
            throw new Problem(DossierProblem.STREAMS_EXHAUSTED).retryAfter(CROWDED);
        }
        var his = all.stream().filter(it -> it.person().equals(person)).count();
        if (his >= settings.perPerson()) {
            throw new Problem(DossierProblem.TOO_MANY_STREAMS, settings.perPerson()).retryAfter(CROWDED);
        }
        var follower = new Follower(this, person, dossier);
        all.add(follower);
        return follower;
    }

    void leave(Follower follower) {
        all.remove(follower);
    }

    @Scheduled(fixedDelayString = "${motcua.dossiers.following.look:1s}")
    void look() {
        if (all.isEmpty()) {
            return;
        }
        try {
            var versions = dossiers.versions(all.stream().map(Follower::dossier).collect(Collectors.toSet()));
            all.forEach(it -> it.found(versions.getOrDefault(it.dossier(), 0L)));
        } catch (DataAccessException away) {
            log.warn("Followers wait until the store is back: {}", away.getMessage());
        }
    }

    /** When the gateways send nobody here any more, and before the server waits for what is under way. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 512;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public synchronized void stop() {
        running = false;
        all.forEach(Follower::end);
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
