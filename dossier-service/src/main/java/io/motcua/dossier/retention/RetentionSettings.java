package io.motcua.dossier.retention;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Period;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long the personal data of finished dossiers are kept; without a rule that fits, for ever.
 *
 * @param rules of which the one that says most holds: for a procedure of an agency, a procedure, an agency, all
 */
@Validated
@ConfigurationProperties("motcua.dossiers.retention")
record RetentionSettings(@DefaultValue List<@Valid Rule> rules) {

    RetentionSettings {
        rules = List.copyOf(rules);
    }

    /**
     * @param agency null for all
     * @param procedure its code, null for all
     * @param keep from the end of the dossier on
     */
    record Rule(
            @Nullable String agency,
            @Nullable String procedure,
            @NotNull Period keep) {

        Rule {
            if (keep != null && (keep.isNegative() || keep.isZero())) {
                throw new IllegalArgumentException("motcua.dossiers.retention: nothing is kept for " + keep);
            }
        }

        private boolean fits(String ofAgency, String ofProcedure) {
            return (agency == null || agency.equals(ofAgency)) && (procedure == null || procedure.equals(ofProcedure));
        }

        private int weight() {
            return (procedure == null ? 0 : 2) + (agency == null ? 0 : 1);
        }
    }

    Optional<Period> keep(String agency, String procedure) {
        return rules.stream()
                .filter(it -> it.fits(agency, procedure))
                .max(Comparator.comparingInt(Rule::weight))
                .map(Rule::keep);
    }

    /** What has ended since then is kept by every rule; empty if there is none. */
    Optional<ZonedDateTime> latestEnd(ZonedDateTime now) {
        return rules.stream().map(it -> now.minus(it.keep())).max(Comparator.naturalOrder());
    }
}
