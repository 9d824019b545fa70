package io.motcua.catalog.schemes;

import io.motcua.catalog.imports.Flaws;
import java.time.LocalDate;
import java.util.Map;

/** The tiers and level schemes as they stand, for one request. */
public final class Classification {

    private final Map<String, Tier> tiers;
    private final Map<String, LevelScheme> schemes;

    Classification(Map<String, Tier> tiers, Map<String, LevelScheme> schemes) {
        this.tiers = Map.copyOf(tiers);
        this.schemes = Map.copyOf(schemes);
    }

    /** Finds fault with a tier that is unknown or was not there on the day. */
    public void checkTier(Flaws flaws, String field, String tier, LocalDate day) {
        var known = tiers.get(tier);
        if (known == null) {
            flaws.addUnless(tier.isEmpty(), field, "unknown-tier", tier);
        } else if (!day.equals(LocalDate.MAX)) {
            flaws.addUnless(known.existedOn(day), field, "tier-not-in-force", tier, day);
        }
    }

    /** Finds fault with a level that is unknown or whose scheme was not in force on the day. */
    public void checkLevel(
            Flaws flaws, String schemeField, String scheme, String levelField, String level, LocalDate day) {
        var known = schemes.get(scheme);
        if (known == null) {
            flaws.addUnless(scheme.isEmpty(), schemeField, "unknown-level-scheme", scheme);
            return;
        }
        flaws.addUnless(level.isEmpty() || known.has(level), levelField, "unknown-level", level, scheme);
        if (!day.equals(LocalDate.MAX)) {
            flaws.addUnless(known.existedOn(day), schemeField, "level-scheme-not-in-force", scheme, day);
        }
    }

    public boolean fullyOnline(String scheme, String level) {
        var known = schemes.get(scheme);
        return known != null && known.fullyOnline(level);
    }
}
