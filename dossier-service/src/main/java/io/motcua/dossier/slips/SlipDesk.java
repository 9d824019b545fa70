package io.motcua.dossier.slips;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.motcua.dossier.casework.Dossiers;
import io.motcua.dossier.casework.SlipsOwed;
import io.motcua.platform.placement.Placements;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Sees to it that slips are drawn up: at once by who owes them, and later by anybody if he could not. */
@Component
class SlipDesk implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(SlipDesk.class);
    private static final int AT_ONCE = 2;
    private static final int A_SWEEP = 500;

    private final Slips slips;
    private final Dossiers dossiers;
    private final Placements placements;
    private final SlipSettings settings;
    private final Clock clock;
    private final Counter failed;
    private final Semaphore desks = new Semaphore(AT_ONCE);
    private final ExecutorService clerks = Executors.newVirtualThreadPerTaskExecutor();

    SlipDesk(
            Slips slips,
            Dossiers dossiers,
            Placements placements,
            SlipSettings settings,
            Clock clock,
            MeterRegistry meters) {
        this.slips = slips;
        this.dossiers = dossiers;
        this.placements = placements;
        this.settings = settings;
        this.clock = clock;
        this.failed = Counter.builder("motcua.slips.failed")
                .description("Attempts to draw up a slip that failed; each is tried again")
                .register(meters);
    }

    @EventListener
    void owed(SlipsOwed owed) {
        try {
            clerks.submit(() -> {
                desks.acquire();
                try {
                    drawUp(owed.agency(), owed.dossier());
                } finally {
                    desks.release();
                }
                return null;
            });
        } catch (RejectedExecutionException stopping) {
            log.debug("Another instance draws up the slips of {}", owed.dossier());
        }
    }

    @Scheduled(fixedDelayString = "${motcua.dossiers.slips.sweep:30s}")
    void sweep() {
        for (var it : dossiers.owingSlips(clock.instant().minus(settings.overdue()), A_SWEEP)) {
            if (placements.serves(it.agency())) {
                drawUp(it.agency(), it.id());
            }
        }
    }

    /** One that cannot be drawn up keeps none of the others back; it is tried again by the next sweep. */
    private void drawUp(String agency, String id) {
        try {
            slips.drawUp(agency, id);
        } catch (RuntimeException e) {
            failed.increment();
            log.warn("The slips of {} are still owed", id, e);
        }
    }

    /** What is not done yet another instance does. */
    @Override
    public void destroy() {
        clerks.shutdownNow();
    }
}
