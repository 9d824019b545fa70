package io.motcua.dossier.casework;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.motcua.platform.observation.CountedGauge;
import java.util.stream.Collectors;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Dossiers by status and agency; counted at an interval, so that a scrape costs the store nothing. */
@Component
class DossierGauges {

    private final Dossiers dossiers;
    private final CountedGauge gauges;

    DossierGauges(Dossiers dossiers, MeterRegistry meters) {
        this.dossiers = dossiers;
        this.gauges = new CountedGauge(MultiGauge.builder("motcua.dossiers")
                .description("Dossiers by national status code and agency")
                .register(meters));
    }

    @Scheduled(fixedDelayString = "${motcua.dossiers.counted-every}")
    void count() {
        gauges.show(dossiers.tally().stream()
                .collect(Collectors.toMap(
                        it -> Tags.of("status", Integer.toString(it.status().code()), "agency", it.agency()),
                        Dossiers.Tally::count)));
    }
}
