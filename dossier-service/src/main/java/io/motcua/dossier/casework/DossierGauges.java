package io.motcua.dossier.casework;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Dossiers by status and agency; counted at an interval, so that a scrape costs the store nothing. */
@Component
class DossierGauges {

    private final Dossiers dossiers;
    private final MultiGauge gauges;

    DossierGauges(Dossiers dossiers, MeterRegistry meters) {
        this.dossiers = dossiers;
        this.gauges = MultiGauge.builder("motcua.dossiers")
                .description("Dossiers by national status code and agency")
                .register(meters);
    }

    @Scheduled(fixedDelayString = "${motcua.dossiers.counted-every}")
    void count() {
        var rows = dossiers.tally().stream()
                .map(it -> MultiGauge.Row.of(
                        Tags.of("status", Integer.toString(it.status().code()), "agency", it.agency()), it.count()))
                .toList();
        gauges.register(rows, true);
    }
}
