package io.motcua.dossier.proof;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.motcua.dossier.deadlines.WorkingCalendar;
import io.motcua.platform.anchors.Anchoring;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks every few minutes whether a day is over that has no anchor; so a night's outage only delays it. */
@Component
class DailyAnchors {

    private final Anchoring anchoring;
    private final Clock clock;
    private final Counter made;

    DailyAnchors(Anchoring anchoring, Clock clock, MeterRegistry meters) {
        this.anchoring = anchoring;
        this.clock = clock;
        this.made = Counter.builder("motcua.anchors.made")
                .description("Anchors that this instance has made")
                .register(meters);
    }

    @Scheduled(fixedDelayString = "${motcua.dossiers.anchored-every}", initialDelayString = "10s")
    void anchor() {
        made.increment(anchoring.until(LocalDate.now(clock.withZone(WorkingCalendar.VIETNAM))));
    }
}
