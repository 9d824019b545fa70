package io.motcua.catalog.rollout;

import io.motcua.catalog.agencies.Agencies;
import io.motcua.catalog.agencies.Agency;
import io.motcua.catalog.rollout.Rollout.BenchmarkView;
import io.motcua.catalog.rollout.Rollout.ByCompletion;
import io.motcua.catalog.rollout.Rollout.ByDays;
import io.motcua.catalog.rollout.Rollout.ClaimView;
import io.motcua.catalog.rollout.Rollout.CoverageView;
import io.motcua.catalog.rollout.Rollout.Rankings;
import io.motcua.catalog.rollout.Rollout.Standing;
import io.motcua.catalog.rollout.Rollout.TargetView;
import io.motcua.catalog.stats.Statistics;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Draws up the league table of a day. Nothing in it is stored: it follows from milestones and catalogues. */
@Component
public class League {

    private static final BigDecimal ALL = new BigDecimal("100.00");

    private final Agencies agencies;
    private final Statistics statistics;
    private final RolloutRecords records;

    League(Agencies agencies, Statistics statistics, RolloutRecords records) {
        this.agencies = agencies;
        this.statistics = statistics;
        this.records = records;
    }

    public Rollout on(LocalDate asOf) {
        var targets = records.targets().stream().filter(it -> it.knownOn(asOf)).toList();
        var deadline = targets.stream()
                .filter(it -> it.metric().equals("FULL_ONLINE_COVERAGE"))
                .map(Target::dueOn)
                .min(Comparator.naturalOrder())
                .orElse(null);
        var milestones =
                records.milestones().stream().collect(Collectors.toMap(Milestone::agency, Function.identity()));
        var standings = agencies.all(asOf).stream()
                .map(it -> standing(it, milestones.get(it.agency()), asOf, deadline))
                .sorted(Comparator.comparing(League::completedBy).thenComparing(Standing::agency))
                .toList();
        return new Rollout(
                asOf,
                deadline,
                (int) standings.stream().filter(it -> it.coverage().complete()).count(),
                standings,
                rankings(standings),
                targets.stream()
                        .map(it -> new TargetView(
                                it.id(),
                                it.names(),
                                it.metric(),
                                new BigDecimal(it.atLeast()),
                                it.dueOn(),
                                it.decidedOn(),
                                it.source()))
                        .toList(),
                records.benchmarks().stream()
                        .filter(it -> !it.asOf().isAfter(asOf))
                        .map(it -> new BenchmarkView(
                                it.id(),
                                it.names(),
                                it.scope(),
                                it.metric(),
                                new BigDecimal(it.percent()),
                                it.asOf(),
                                it.source()))
                        .toList(),
                records.claims().stream()
                        .filter(it -> !it.saidOn().isAfter(asOf))
                        .map(it -> new ClaimView(it.id(), it.agency(), it.text(), it.saidOn(), it.source()))
                        .toList());
    }

    private Standing standing(
            Agency agency, @Nullable Milestone milestone, LocalDate asOf, @Nullable LocalDate deadline) {
        if (milestone == null) {
            return new Standing(
                    agency.agency(),
                    agency.names(),
                    agency.kind(),
                    coverage(agency, asOf, null),
                    null,
                    null,
                    null,
                    null,
                    null,
                    null);
        }
        var started = milestone.started().earliest().isAfter(asOf) ? null : milestone.started();
        var completed = milestone.completed().hadPassedBy(asOf) ? milestone.completed() : null;
        return new Standing(
                agency.agency(),
                agency.names(),
                agency.kind(),
                coverage(agency, asOf, completed),
                started,
                completed,
                days(started, completed),
                completed == null || deadline == null || !completed.isDay()
                        ? null
                        : ChronoUnit.DAYS.between(completed.latest(), deadline),
                milestone.source(),
                milestone.note());
    }

    /** Counted where we have the services; else as the milestone says. */
    private CoverageView coverage(Agency agency, LocalDate asOf, @Nullable Moment completed) {
        var counted = statistics.of(agency.agency(), asOf).coverage().percent();
        if (counted != null) {
            return new CoverageView(counted, "SERVICES");
        }
        return completed == null ? new CoverageView(null, "NONE") : new CoverageView(ALL, "MILESTONE");
    }

    private static @Nullable Long days(@Nullable Moment started, @Nullable Moment completed) {
        return started == null || completed == null || !started.isDay() || !completed.isDay()
                ? null
                : ChronoUnit.DAYS.between(started.latest(), completed.latest());
    }

    private static Rankings rankings(Collection<Standing> standings) {
        var complete = standings.stream().filter(it -> it.completed() != null).toList();
        return new Rankings(
                complete.stream()
                        .map(it -> new ByCompletion(
                                it.agency(),
                                it.kind(),
                                completed(it),
                                byCompletion(it, complete),
                                byCompletion(
                                        it,
                                        complete.stream()
                                                .filter(other -> other.kind().equals(it.kind()))
                                                .toList())))
                        .toList(),
                complete.stream()
                        .map(it -> new ByDays(
                                it.agency(), it.kind(), it.days(), Place.of(it, complete, League::least, League::most)))
                        .sorted(Comparator.comparing((ByDays it) -> it.days() == null ? Long.MAX_VALUE : it.days())
                                .thenComparing(ByDays::agency))
                        .toList());
    }

    private static Place byCompletion(Standing it, List<Standing> among) {
        return Place.of(
                it,
                among,
                other -> completed(other).earliest(),
                other -> completed(other).latest());
    }

    private static Moment completed(Standing it) {
        return it.completed() == null ? new Moment(Moment.UNKNOWN, null) : it.completed();
    }

    private static LocalDate completedBy(Standing it) {
        return completed(it).latest();
    }

    /** Days that no source gives may be any. */
    private static long least(Standing it) {
        return it.days() == null ? 0 : it.days();
    }

    private static long most(Standing it) {
        return it.days() == null ? Long.MAX_VALUE : it.days();
    }
}
