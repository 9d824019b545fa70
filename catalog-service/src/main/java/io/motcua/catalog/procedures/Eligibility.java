package io.motcua.catalog.procedures;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Whether a procedure can be done wholly online, and if not, why.
 *
 * @param status {@code ELIGIBLE} or {@code INELIGIBLE}
 * @param reasonCode and {@code reasonText}: given exactly when it is ineligible, because both lists are public
 * @param decision the number of the decision that says so
 * @param date of that decision
 */
public record Eligibility(
        String status,
        @Nullable String reasonCode,
        @Nullable String reasonText,
        @Nullable String decision,
        @Nullable LocalDate date) {

    static final String ELIGIBLE = "ELIGIBLE";
    static final String INELIGIBLE = "INELIGIBLE";
}
