package io.motcua.catalog.schemes;

import io.motcua.catalog.imports.Accepted;
import io.motcua.catalog.imports.Flaw;
import io.motcua.catalog.imports.Flaws;
import io.motcua.catalog.imports.RecordKind;
import io.motcua.catalog.imports.Register;
import io.motcua.events.Names;
import io.motcua.events.Topics;
import io.motcua.platform.history.AggregatesFactory;
import io.motcua.platform.history.Audience;
import io.motcua.platform.history.EntryType;
import io.motcua.platform.history.Fact;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** Keeps tiers and level schemes. They hold for the whole nation and are not published: their users get the codes. */
@Component
public class Schemes {

    /** What holds nation-wide is kept under the country's code. */
    public static final String NATION = "VN";

    private static final EntryType TIER_RECORDED = new EntryType("tier-recorded", Audience.PUBLIC, false);
    private static final EntryType SCHEME_RECORDED = new EntryType("level-scheme-recorded", Audience.PUBLIC, false);

    private final Register<Tier> tiers;
    private final Register<LevelScheme> schemes;

    Schemes(AggregatesFactory aggregates) {
        tiers = new Register<>(
                aggregates.of("tiers", Tier.class, Topics.CATALOG), state -> new Fact(TIER_RECORDED, state));
        schemes = new Register<>(
                aggregates.of("level-schemes", LevelScheme.class, Topics.CATALOG),
                state -> new Fact(SCHEME_RECORDED, state));
    }

    public Classification current() {
        return new Classification(
                tiers.all(NATION).stream().collect(Collectors.toMap(Tier::code, Function.identity())),
                schemes.all(NATION).stream().collect(Collectors.toMap(LevelScheme::scheme, Function.identity())));
    }

    record TierRow(
            @Nullable String code,
            @Nullable Names names,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo) {}

    record LevelSchemeRow(
            @Nullable String scheme,
            @Nullable Names names,
            @Nullable List<LevelRow> levels,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo,
            @Nullable String source) {}

    record LevelRow(
            @Nullable String code,
            @Nullable Names names,
            @Nullable Boolean fullyOnline) {}

    @Bean
    RecordKind<TierRow> tierRecord() {
        return RecordKind.of("tier", TierRow.class, row -> {
            var flaws = new Flaws();
            var tier = new Tier(
                    flaws.text("code", row.code()),
                    flaws.names("names", row.names()),
                    flaws.day("validFrom", row.validFrom()),
                    row.validTo());
            flaws.period("validTo", tier.validFrom(), tier.validTo());
            flaws.refuseIfAny();
            var id = "tiers/" + tier.code();
            return new Accepted(id, (cause, actor) -> tiers.record(id, NATION, tier, cause, actor));
        });
    }

    @Bean
    RecordKind<LevelSchemeRow> levelSchemeRecord() {
        return RecordKind.of("level-scheme", LevelSchemeRow.class, row -> {
            var flaws = new Flaws();
            var scheme = new LevelScheme(
                    flaws.text("scheme", row.scheme()),
                    flaws.names("names", row.names()),
                    levels(flaws, row.levels()),
                    flaws.day("validFrom", row.validFrom()),
                    row.validTo(),
                    flaws.text("source", row.source()));
            flaws.period("validTo", scheme.validFrom(), scheme.validTo());
            flaws.addUnless(!scheme.levels().isEmpty(), "levels", Flaw.REQUIRED);
            flaws.refuseIfAny();
            var id = "level-schemes/" + scheme.scheme();
            return new Accepted(id, (cause, actor) -> schemes.record(id, NATION, scheme, cause, actor));
        });
    }

    private static List<LevelScheme.Level> levels(Flaws flaws, @Nullable List<LevelRow> rows) {
        var levels = new ArrayList<LevelScheme.Level>();
        for (var row : flaws.list("levels", rows)) {
            var at = "levels/" + levels.size();
            flaws.addUnless(row.fullyOnline() != null, at + "/fullyOnline", Flaw.REQUIRED);
            levels.add(new LevelScheme.Level(
                    flaws.text(at + "/code", row.code()),
                    flaws.names(at + "/names", row.names()),
                    Boolean.TRUE.equals(row.fullyOnline())));
        }
        return levels;
    }
}
