package io.motcua.dossier.uploads;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How uploads by pieces are kept.
 *
 * @param kept how long an upload may take from its beginning
 * @param piece as much as is stored at once
 * @param pause after which what has come is stored, though it is less than a piece
 * @param lease how long an upload stays with a request that stores nothing any more
 * @param most uploads that a dossier may have under way
 * @param sweep how often expired ones are looked for
 */
@Validated
@ConfigurationProperties("motcua.dossiers.uploads")
record UploadSettings(
        @DefaultValue("24h") @DurationMin(seconds = 1) Duration kept,
        @DefaultValue("256KB") DataSize piece,
        @DefaultValue("3s") @DurationMin(millis = 10) Duration pause,
        @DefaultValue("15s") @DurationMin(millis = 10) Duration lease,
        @DefaultValue("10") @Min(1) @Max(100) int most,
        @DefaultValue("1m") @DurationMin(millis = 10) Duration sweep) {}
