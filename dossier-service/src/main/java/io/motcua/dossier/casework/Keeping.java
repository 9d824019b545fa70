package io.motcua.dossier.casework;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long drafts are kept that nobody touches.
 *
 * @param untilTold before its applicant is told
 * @param untilErased before it is erased; at least as long
 */
@Validated
@ConfigurationProperties("motcua.dossiers.drafts")
record Keeping(
        @DefaultValue("60d") @DurationMin(seconds = 1) Duration untilTold,
        @DefaultValue("90d") @DurationMin(seconds = 1) Duration untilErased) {

    Keeping {
        if (untilErased.compareTo(untilTold) < 0) {
            throw new IllegalArgumentException("A draft is not erased before its applicant is told");
        }
    }
}
