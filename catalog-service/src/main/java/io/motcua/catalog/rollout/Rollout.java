package io.motcua.catalog.rollout;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.motcua.events.Names;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far the agencies had come on a day, from what was on record for that day. What no source says is null.
 *
 * @param deadline of the target of full coverage
 * @param complete how many agencies had all their eligible services fully online
 * @param agencies the first to complete first
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Rollout(
        LocalDate asOf,
        @Nullable LocalDate deadline,
        int complete,
        List<Standing> agencies,
        Rankings rankings,
        List<TargetView> targets,
        List<BenchmarkView> benchmarks,
        List<ClaimView> claims) {

    public Rollout {
        agencies = List.copyOf(agencies);
        targets = List.copyOf(targets);
        benchmarks = List.copyOf(benchmarks);
        claims = List.copyOf(claims);
    }

    /**
     * @param completed null if not complete by then
     * @param days from start to completion
     * @param daysBeforeDeadline negative if late
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Standing(
            String agency,
            Names names,
            String kind,
            CoverageView coverage,
            @Nullable Moment started,
            @Nullable Moment completed,
            @Nullable Long days,
            @Nullable Long daysBeforeDeadline,
            @Nullable String source,
            @Nullable String note) {}

    /**
     * @param percent of the eligible services, or null if nothing is known
     * @param basis {@code SERVICES} (counted), {@code MILESTONE} (as the agency's milestone says) or {@code NONE}
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record CoverageView(@Nullable BigDecimal percent, String basis) {

        boolean complete() {
            return percent != null && percent.compareTo(BigDecimal.valueOf(100)) == 0;
        }
    }

    /** Both of the agencies that were complete; who was first, and who took the least time, are different questions. */
    public record Rankings(List<ByCompletion> byCompletion, List<ByDays> byDays) {

        public Rankings {
            byCompletion = List.copyOf(byCompletion);
            byDays = List.copyOf(byDays);
        }
    }

    /** @param placeOfKind among the agencies of its kind */
    public record ByCompletion(String agency, String kind, Moment completed, Place place, Place placeOfKind) {}

    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record ByDays(
            String agency, String kind, @Nullable Long days, Place place) {}

    public record TargetView(
            String id,
            Names names,
            String metric,
            BigDecimal atLeast,
            LocalDate dueOn,
            @Nullable LocalDate decidedOn,
            String source) {}

    public record BenchmarkView(
            String id, Names names, String scope, String metric, BigDecimal percent, LocalDate asOf, String source) {}

    public record ClaimView(String id, String agency, Names text, LocalDate saidOn, String source) {}
}
