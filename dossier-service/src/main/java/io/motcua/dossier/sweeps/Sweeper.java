package io.motcua.dossier.sweeps;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.motcua.dossier.casework.Alarm;
import io.motcua.dossier.casework.Casework;
import io.motcua.dossier.casework.Dossier;
import io.motcua.dossier.casework.Dossiers;
import io.motcua.platform.history.Snapshot;
import io.motcua.platform.placement.Placements;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Lets alarms ring. Which dossier has one, and when, stands in the dossier itself and in an index: a sweep reads those
 * that ring and no others. Instances sweep side by side: an alarm is struck by one conditional update, so it rings once,
 * and what a sweep that broke off has not struck the next one strikes.
 */
@Component
class Sweeper {

    private static final Logger log = LoggerFactory.getLogger(Sweeper.class);
    private static final int PAGE = 200;

    private final Casework casework;
    private final Dossiers dossiers;
    private final Placements placements;
    private final Clock clock;
    private final Map<Alarm, Timer> late = new EnumMap<>(Alarm.class);
    private final Counter failed;
    private final AtomicLong waiting = new AtomicLong();

    Sweeper(Casework casework, Dossiers dossiers, Placements placements, Clock clock, MeterRegistry meters) {
        this.casework = casework;
        this.dossiers = dossiers;
        this.placements = placements;
        this.clock = clock;
        for (var alarm : Alarm.values()) {
            late.put(
                    alarm,
                    Timer.builder("motcua.alarms")
                            .description("Alarms that this instance has struck, and how long after their time")
                            .tag("alarm", alarm.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                            .register(meters));
        }
        this.failed = Counter.builder("motcua.alarms.failed")
                .description("Attempts to strike an alarm that failed; each is tried again")
                .register(meters);
        meters.gauge("motcua.alarms.lag", waiting, it -> it.get() / 1000.0);
    }

    @Scheduled(fixedDelayString = "${motcua.dossiers.watch.sweep:5s}")
    void sweep() {
        var now = clock.instant();
        var oldest = now;
        Snapshot<Dossier> last = null;
        for (var page = dossiers.ringing(now, last, PAGE); !page.isEmpty(); page = dossiers.ringing(now, last, PAGE)) {
            for (var it : page) {
                if (placements.serves(it.agency()) && !struck(it)) {
                    oldest = earlier(oldest, it.state().alarmAt());
                }
            }
            last = page.getLast();
        }
        waiting.set(Duration.between(oldest, now).toMillis());
    }

    /** One that cannot be struck keeps none of the others back; the next sweep tries it again. */
    private boolean struck(Snapshot<Dossier> dossier) {
        try {
            var since = dossier.state().alarmAt();
            for (var alarm : casework.strike(dossier)) {
                if (since != null) {
                    timer(alarm).record(Duration.between(since, clock.instant()));
                }
            }
            return true;
        } catch (RuntimeException e) {
            failed.increment();
            log.warn("The alarm of {} is still to be struck", dossier.id(), e);
            return false;
        }
    }

    private Timer timer(Alarm alarm) {
        return Objects.requireNonNull(late.get(alarm));
    }

    private static Instant earlier(Instant one, @Nullable Instant other) {
        return other != null && other.isBefore(one) ? other : one;
    }
}
