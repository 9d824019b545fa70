package io.motcua.catalog.rollout;

import io.motcua.catalog.agencies.Agencies;
import io.motcua.catalog.imports.Accepted;
import io.motcua.catalog.imports.Flaw;
import io.motcua.catalog.imports.Flaws;
import io.motcua.catalog.imports.RecordKind;
import io.motcua.catalog.imports.Register;
import io.motcua.catalog.schemes.Schemes;
import io.motcua.events.Names;
import io.motcua.events.Topics;
import io.motcua.platform.history.AggregatesFactory;
import io.motcua.platform.history.Audience;
import io.motcua.platform.history.EntryType;
import io.motcua.platform.history.Fact;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** Keeps what is told of the rollout. None of it is another service's business, so none of it is published. */
@Component
class RolloutRecords {

    private static final List<String> METRICS = List.of("FULL_ONLINE_COVERAGE", "FULL_ONLINE_SHARE", "RESOLVED_ONLINE");
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,60}");

    private final Agencies agencies;
    private final Register<Milestone> milestones;
    private final Register<Target> targets;
    private final Register<Benchmark> benchmarks;
    private final Register<Claim> claims;

    RolloutRecords(AggregatesFactory aggregates, Agencies agencies) {
        this.agencies = agencies;
        milestones = new Register<>(
                aggregates.of("milestones", Milestone.class, Topics.CATALOG), entry("milestone-recorded"));
        targets = new Register<>(aggregates.of("targets", Target.class, Topics.CATALOG), entry("target-recorded"));
        benchmarks = new Register<>(
                aggregates.of("benchmarks", Benchmark.class, Topics.CATALOG), entry("benchmark-recorded"));
        claims = new Register<>(aggregates.of("claims", Claim.class, Topics.CATALOG), entry("claim-recorded"));
    }

    List<Milestone> milestones() {
        return milestones.all();
    }

    List<Target> targets() {
        return targets.all();
    }

    List<Benchmark> benchmarks() {
        return benchmarks.all();
    }

    List<Claim> claims() {
        return claims.all();
    }

    record MilestoneRow(
            @Nullable String agency,
            @Nullable Moment started,
            @Nullable Moment completed,
            @Nullable String source,
            @Nullable String note) {}

    record TargetRow(
            @Nullable String id,
            @Nullable Names names,
            @Nullable String metric,
            @Nullable BigDecimal atLeast,
            @Nullable LocalDate dueOn,
            @Nullable LocalDate decidedOn,
            @Nullable String source) {}

    record BenchmarkRow(
            @Nullable String id,
            @Nullable Names names,
            @Nullable String scope,
            @Nullable String metric,
            @Nullable BigDecimal percent,
            @Nullable LocalDate asOf,
            @Nullable String source) {}

    record ClaimRow(
            @Nullable String id,
            @Nullable String agency,
            @Nullable Names text,
            @Nullable LocalDate saidOn,
            @Nullable String source) {}

    @Bean
    RecordKind<MilestoneRow> milestoneRecord() {
        return RecordKind.of("milestone", MilestoneRow.class, row -> {
            var flaws = new Flaws();
            var milestone = new Milestone(
                    known(flaws, row.agency()),
                    Moment.checked(flaws, "started", row.started()),
                    Moment.checked(flaws, "completed", row.completed()),
                    flaws.text("source", row.source()),
                    flaws.optional("note", row.note()));
            flaws.addUnless(
                    flaws.any()
                            || !milestone
                                    .completed()
                                    .latest()
                                    .isBefore(milestone.started().earliest()),
                    "completed",
                    Flaw.PERIOD);
            flaws.refuseIfAny();
            var id = milestone.agency() + "/milestone";
            return new Accepted(
                    id, (cause, actor) -> milestones.record(id, milestone.agency(), milestone, cause, actor));
        });
    }

    @Bean
    RecordKind<TargetRow> targetRecord() {
        return RecordKind.of("target", TargetRow.class, row -> {
            var flaws = new Flaws();
            var target = new Target(
                    flaws.text("id", row.id(), ID),
                    flaws.names("names", row.names()),
                    flaws.word("metric", row.metric(), METRICS),
                    percent(flaws, "atLeast", row.atLeast()),
                    flaws.day("dueOn", row.dueOn()),
                    row.decidedOn(),
                    flaws.text("source", row.source()));
            flaws.refuseIfAny();
            var id = "targets/" + target.id();
            return new Accepted(id, (cause, actor) -> targets.record(id, Schemes.NATION, target, cause, actor));
        });
    }

    @Bean
    RecordKind<BenchmarkRow> benchmarkRecord() {
        return RecordKind.of("benchmark", BenchmarkRow.class, row -> {
            var flaws = new Flaws();
            var benchmark = new Benchmark(
                    flaws.text("id", row.id(), ID),
                    flaws.names("names", row.names()),
                    flaws.text("scope", row.scope()),
                    flaws.word("metric", row.metric(), METRICS),
                    percent(flaws, "percent", row.percent()),
                    flaws.day("asOf", row.asOf()),
                    flaws.text("source", row.source()));
            flaws.refuseIfAny();
            var id = "benchmarks/" + benchmark.id();
            return new Accepted(id, (cause, actor) -> benchmarks.record(id, Schemes.NATION, benchmark, cause, actor));
        });
    }

    @Bean
    RecordKind<ClaimRow> claimRecord() {
        return RecordKind.of("claim", ClaimRow.class, row -> {
            var flaws = new Flaws();
            var claim = new Claim(
                    flaws.text("id", row.id(), ID),
                    known(flaws, row.agency()),
                    flaws.names("text", row.text()),
                    flaws.day("saidOn", row.saidOn()),
                    flaws.text("source", row.source()));
            flaws.refuseIfAny();
            var id = claim.agency() + "/claims/" + claim.id();
            return new Accepted(id, (cause, actor) -> claims.record(id, claim.agency(), claim, cause, actor));
        });
    }

    private String known(Flaws flaws, @Nullable String code) {
        var agency = flaws.text("agency", code);
        flaws.addUnless(agency.isEmpty() || agencies.find(agency).isPresent(), "agency", Flaw.UNKNOWN_AGENCY, agency);
        return agency;
    }

    /** Kept as text: the store has no decimal that all engines agree on. */
    private static String percent(Flaws flaws, String field, @Nullable BigDecimal value) {
        if (value == null) {
            flaws.add(field, Flaw.REQUIRED);
            return "0";
        }
        flaws.addUnless(
                value.signum() >= 0 && value.compareTo(BigDecimal.valueOf(100)) <= 0,
                field,
                "percent",
                value.toPlainString());
        return value.toPlainString();
    }

    private static <S> Function<S, Fact> entry(String name) {
        var type = new EntryType(name, Audience.PUBLIC, false);
        return state -> new Fact(type, state);
    }
}
