package io.motcua.dossier.figures.web;

import io.motcua.dossier.figures.Decision766;
import io.motcua.dossier.figures.Measure;
import io.motcua.dossier.figures.Measure.Outcome;
import io.motcua.dossier.figures.Rates;
import io.motcua.dossier.figures.Ratio;
import io.motcua.dossier.figures.Row;
import io.motcua.events.Names;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Figures of a period.
 *
 * @param asOf at which instant what is in progress is in progress: the end of the period, or now
 * @param recounting whether they are being counted afresh and stand still until that is done
 * @param decision766 of a whole agency only
 */
record KpiView(
        String agency,
        LocalDate from,
        LocalDate to,
        Instant asOf,
        boolean recounting,
        String groupBy,
        @Nullable String unit,
        Group total,
        List<Group> groups,
        @Nullable Scorecard decision766,
        Map<String, String> links) {

    /**
     * What was carried over and received is what has ended and what is in progress, exactly.
     *
     * @param carriedOver received before the period, and not ended then
     */
    record Group(
            String key,
            @Nullable Names names,
            long carriedOver,
            long received,
            long receivedOnline,
            long accepted,
            Ended ended,
            InProgress inProgress,
            KpiRates rates,
            Handling handling,
            Ratings ratings,
            long complaints) {

        static Group of(Row row, @Nullable Names names) {
            var flow = row.flow();
            return new Group(
                    row.key(),
                    names,
                    row.carriedOver(),
                    row.received(),
                    flow.of(Measure.RECEIVED_ONLINE),
                    flow.of(Measure.ACCEPTED),
                    new Ended(
                            row.endedOnTime(),
                            row.endedLate(),
                            Ending.of(row, Outcome.RESULT),
                            Ending.of(row, Outcome.REFUSED),
                            Ending.of(row, Outcome.STOPPED),
                            Ending.of(row, Outcome.WITHDRAWN)),
                    new InProgress(row.inTime(), row.overdue()),
                    new KpiRates(
                            Rate.of(Rates.onTime(row)),
                            Rate.of(Rates.receivedOnline(row)),
                            Rate.of(Rates.onlineFiling(row)),
                            Rate.of(Rates.wholeOnline(row)),
                            Rate.of(Rates.onlinePayment(row)),
                            Rate.of(Rates.electronicResult(row)),
                            Rate.of(Rates.digitised(row)),
                            Rate.of(Rates.satisfaction(row))),
                    new Handling(
                            flow.of(Measure.HANDLED),
                            mean(flow.of(Measure.HANDLING_SECONDS), flow.of(Measure.HANDLED), 3600)),
                    new Ratings(
                            flow.of(Measure.RATED),
                            mean(flow.of(Measure.STARS), flow.of(Measure.RATED), 1),
                            flow.of(Measure.DISLIKED)),
                    flow.of(Measure.COMPLAINED) + flow.of(Measure.COMPLAINED_GENERALLY));
        }
    }

    /** On time and late are the sums of the four. */
    record Ended(long onTime, long late, Ending result, Ending refused, Ending stopped, Ending withdrawn) {}

    record Ending(long onTime, long late) {

        static Ending of(Row row, Outcome outcome) {
            return new Ending(row.flow().of(outcome.onTime()), row.flow().of(outcome.late()));
        }
    }

    record InProgress(long onTime, long overdue) {}

    record KpiRates(
            Rate onTime,
            Rate receivedOnline,
            Rate onlineFiling,
            Rate wholeOnline,
            Rate onlinePayment,
            Rate electronicResult,
            Rate digitised,
            Rate satisfaction) {}

    /** @param percent two decimals; null where it is not applicable, for there is nothing of which it could be a part */
    record Rate(long part, long whole, @Nullable BigDecimal percent) {

        static Rate of(Ratio ratio) {
            return new Rate(ratio.part(), ratio.whole(), ratio.percent());
        }
    }

    /** @param meanHours from acceptance to the answer, without the time in which the applicant was waited for */
    record Handling(long count, @Nullable BigDecimal meanHours) {}

    record Ratings(long count, @Nullable BigDecimal meanStars, long disliked) {}

    /**
     * The index of Decision 766/QĐ-TTg, as far as it is measured here.
     *
     * @param points of those groups that are measured
     * @param of what they could have
     */
    record Scorecard(BigDecimal points, int of, List<GroupScore> groups) {

        static Scorecard of(List<Decision766.Score> scores) {
            var measured = scores.stream().filter(it -> it.points() != null).toList();
            return new Scorecard(
                    measured.stream()
                            .map(Decision766.Score::points)
                            .filter(Objects::nonNull)
                            .reduce(BigDecimal.ZERO, BigDecimal::add),
                    measured.stream().mapToInt(Decision766.Score::of).sum(),
                    scores.stream().map(GroupScore::of).toList());
        }
    }

    /** @param points null if nothing of it is measured here, or nothing is applicable */
    record GroupScore(String group, Names names, @Nullable BigDecimal points, int of, List<IndicatorScore> indicators) {

        static GroupScore of(Decision766.Score score) {
            return new GroupScore(
                    score.group().name(),
                    score.group().names(),
                    score.points(),
                    score.of(),
                    score.indicators().stream().map(IndicatorScore::of).toList());
        }
    }

    /**
     * @param code of the Decision
     * @param threshold the percentage that has full marks
     * @param measured false for what this service cannot know; the note says why
     */
    record IndicatorScore(
            String code,
            Names names,
            boolean measured,
            @Nullable Rate rate,
            int threshold,
            @Nullable Names note) {

        static IndicatorScore of(Decision766.Indicator it) {
            var ratio = it.ratio();
            return new IndicatorScore(
                    it.code(),
                    it.names(),
                    ratio != null,
                    ratio == null ? null : Rate.of(ratio),
                    it.threshold(),
                    it.note());
        }
    }

    private static @Nullable BigDecimal mean(long sum, long count, long unit) {
        return count == 0
                ? null
                : BigDecimal.valueOf(sum).divide(BigDecimal.valueOf(count * unit), 2, RoundingMode.HALF_UP);
    }
}
