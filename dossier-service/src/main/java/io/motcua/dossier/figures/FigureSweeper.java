package io.motcua.dossier.figures;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.motcua.dossier.casework.Dossiers;
import io.motcua.platform.placement.Placements;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Counts every few seconds what has moved on. */
@Component
class FigureSweeper {

    private static final Logger log = LoggerFactory.getLogger(FigureSweeper.class);

    /** So that one agency's import does not keep the others waiting. */
    private static final int TURNS = 25;

    private final Counting counting;
    private final Dossiers dossiers;
    private final Placements placements;
    private final Counter failed;
    private final AtomicBoolean counts = new AtomicBoolean();
    private volatile boolean all = true;

    FigureSweeper(Counting counting, Dossiers dossiers, Placements placements, MeterRegistry meters) {
        this.counting = counting;
        this.dossiers = dossiers;
        this.placements = placements;
        this.failed = Counter.builder("motcua.figures.failed")
                .description("Turns of counting that failed; each is taken again")
                .register(meters);
    }

    /** At a rate, for so it has a thread of its own: all that comes after a delay shares one, and this may take its time. */
    @Scheduled(fixedRateString = "${motcua.dossiers.figures.count:2s}")
    void sweep() {
        if (!placements.ready() || !counts.compareAndSet(false, true)) {
            return;
        }
        try {
            agencies().stream().filter(placements::serves).forEach(this::count);
        } finally {
            counts.set(false);
        }
    }

    /** At first all that have dossiers: those that were filed before there were figures do not know that they wait. */
    private Set<String> agencies() {
        var waiting = counting.waiting();
        if (all) {
            waiting.addAll(dossiers.tally().stream().map(Dossiers.Tally::agency).collect(Collectors.toSet()));
            all = false;
        }
        return waiting;
    }

    /** One that cannot be counted keeps none of the others back. */
    private void count(String agency) {
        try {
            int turns = 0;
            while (turns < TURNS && counting.turn(agency)) {
                turns++;
            }
        } catch (RuntimeException e) {
            failed.increment();
            log.warn("The figures of {} are still to be counted", agency, e);
        }
    }
}
