package io.motcua.dossier.figures;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.motcua.dossier.deadlines.WorkingCalendar;
import io.motcua.dossier.figures.Figures.Question;
import io.motcua.platform.observation.CountedGauge;
import io.motcua.platform.placement.Placements;
import io.motcua.platform.problems.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** The figures of the present month by agency, and by nothing else: a series for every procedure would be too many. */
@Component
class FigureGauges {

    private static final Logger log = LoggerFactory.getLogger(FigureGauges.class);

    private final Figures figures;
    private final Ledger ledger;
    private final List<Source> sources;
    private final Placements placements;
    private final Clock clock;
    private final CountedGauge counts;
    private final CountedGauge percents;
    private final CountedGauge lags;

    FigureGauges(
            Figures figures,
            Ledger ledger,
            List<Source> sources,
            Placements placements,
            Clock clock,
            MeterRegistry meters) {
        this.figures = figures;
        this.ledger = ledger;
        this.sources = List.copyOf(sources);
        this.placements = placements;
        this.clock = clock;
        this.counts = new CountedGauge(MultiGauge.builder("motcua.figures.dossiers")
                .description("Dossiers of the present month, as figures count them")
                .register(meters));
        this.percents = new CountedGauge(MultiGauge.builder("motcua.figures.percent")
                .description("Rates of the present month; none where it is not applicable")
                .register(meters));
        this.lags = new CountedGauge(MultiGauge.builder("motcua.figures.lag")
                .description("How long ago the oldest change was that is not counted yet")
                .baseUnit("seconds")
                .register(meters));
    }

    @Scheduled(fixedRateString = "${motcua.dossiers.figures.measure:1m}")
    void measure() {
        if (!placements.ready()) {
            return;
        }
        var now = clock.instant();
        var today = LocalDate.ofInstant(now, WorkingCalendar.VIETNAM);
        var month = new Period(today.withDayOfMonth(1), today);
        var dossiers = new HashMap<Tags, Number>();
        var rates = new HashMap<Tags, Number>();
        var late = new HashMap<Tags, Number>();
        for (var journal : ledger.journals()) {
            var agency = journal.agency();
            if (placements.serves(agency)) {
                late.put(Tags.of("agency", agency), lag(agency, now));
                try {
                    measure(agency, month, dossiers, rates);
                } catch (Problem notReady) {
                    log.info("The figures of {} cannot be read now: {}", agency, notReady.kind());
                }
            }
        }
        counts.show(dossiers);
        percents.show(rates);
        lags.show(late);
    }

    private void measure(String agency, Period month, Map<Tags, Number> dossiers, Map<Tags, Number> rates) {
        var row = figures.answer(new Question(agency, month, Grouping.AGENCY, null))
                .total();
        counted(row).forEach((figure, count) -> dossiers.put(tags(agency, figure), count));
        rated(row).forEach((figure, ratio) -> {
            var percent = ratio.percent();
            if (percent != null) {
                rates.put(tags(agency, figure), percent);
            }
        });
    }

    private double lag(String agency, Instant now) {
        return sources.stream()
                .flatMap(it -> it.waitingSince(agency).stream())
                // Those that were told to be counted again have waited since before anything else.
                .filter(it -> it.isAfter(Instant.EPOCH))
                .mapToLong(it -> Duration.between(it, now).toSeconds())
                .max()
                .orElse(0);
    }

    private static LinkedHashMap<String, Long> counted(Row row) {
        var counted = new LinkedHashMap<String, Long>();
        counted.put("carried-over", row.carriedOver());
        counted.put("received", row.received());
        counted.put("ended-on-time", row.endedOnTime());
        counted.put("ended-late", row.endedLate());
        counted.put("in-progress-on-time", row.inTime());
        counted.put("in-progress-overdue", row.overdue());
        return counted;
    }

    private static LinkedHashMap<String, Ratio> rated(Row row) {
        var rated = new LinkedHashMap<String, Ratio>();
        rated.put("on-time", Rates.onTime(row));
        rated.put("received-online", Rates.receivedOnline(row));
        rated.put("whole-online", Rates.wholeOnline(row));
        rated.put("online-payment", Rates.onlinePayment(row));
        rated.put("digitised", Rates.digitised(row));
        rated.put("satisfaction", Rates.satisfaction(row));
        return rated;
    }

    private static Tags tags(String agency, String figure) {
        return Tags.of("agency", agency, "figure", figure);
    }
}
