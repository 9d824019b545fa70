package io.motcua.dossier.retention;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.motcua.dossier.attachments.Contents;
import io.motcua.dossier.casework.Casework;
import io.motcua.dossier.casework.Dossier;
import io.motcua.dossier.casework.Dossiers;
import io.motcua.dossier.deadlines.WorkingCalendar;
import io.motcua.platform.history.Snapshot;
import io.motcua.platform.placement.Placements;
import java.time.Clock;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Erases what has been kept long enough: first the papers, then in one write the dossier's personal fields and what its history
 * says. A sweep that breaks off between the two leaves a dossier that the next one takes up again; instances side by side
 * do the same twice and leave the same.
 */
@Component
class Retention {

    private static final Logger log = LoggerFactory.getLogger(Retention.class);
    private static final int PAGE = 100;

    private final Dossiers dossiers;
    private final Casework casework;
    private final Contents contents;
    private final Placements placements;
    private final RetentionSettings settings;
    private final Clock clock;
    private final Counter erased;
    private final Counter failed;

    Retention(
            Dossiers dossiers,
            Casework casework,
            Contents contents,
            Placements placements,
            RetentionSettings settings,
            Clock clock,
            MeterRegistry meters) {
        this.dossiers = dossiers;
        this.casework = casework;
        this.contents = contents;
        this.placements = placements;
        this.settings = settings;
        this.clock = clock;
        this.erased = Counter.builder("motcua.retention.erased")
                .description("Dossiers whose personal data this instance has erased")
                .register(meters);
        this.failed = Counter.builder("motcua.retention.failed")
                .description("Attempts to erase that failed; each is tried again")
                .register(meters);
    }

    @Scheduled(
            initialDelayString = "${motcua.dossiers.retention.sweep:6h}",
            fixedDelayString = "${motcua.dossiers.retention.sweep:6h}")
    void sweep() {
        var now = clock.instant().atZone(WorkingCalendar.VIETNAM);
        var latest = settings.latestEnd(now);
        if (latest.isEmpty()) {
            return;
        }
        var before = latest.get().toInstant();
        @Nullable Snapshot<Dossier> last = null;
        for (var page = dossiers.ended(before, last, PAGE);
                !page.isEmpty();
                page = dossiers.ended(before, last, PAGE)) {
            page.forEach(it -> eraseIfDue(it, now));
            last = page.getLast();
        }
    }

    /** One that cannot be erased keeps none of the others back. */
    private void eraseIfDue(Snapshot<Dossier> dossier, ZonedDateTime now) {
        try {
            if (placements.serves(dossier.agency()) && due(dossier.state(), now) && erase(dossier)) {
                erased.increment();
            }
        } catch (RuntimeException e) {
            failed.increment();
            log.warn("The personal data of {} are still to be erased", dossier.id(), e);
        }
    }

    private boolean due(Dossier dossier, ZonedDateTime now) {
        var since = dossier.retainedSince();
        return since != null
                && settings.keep(dossier.agency(), dossier.terms().service())
                        .filter(it ->
                                !since.atZone(WorkingCalendar.VIETNAM).plus(it).isAfter(now))
                        .isPresent();
    }

    private boolean erase(Snapshot<Dossier> snapshot) {
        var dossier = snapshot.state();
        if (dossier.slipsOwedSince() != null) {
            return false;
        }
        dossier.contents().forEach(it -> contents.remove(snapshot.agency(), it));
        return casework.erase(snapshot.agency(), snapshot.id());
    }
}
