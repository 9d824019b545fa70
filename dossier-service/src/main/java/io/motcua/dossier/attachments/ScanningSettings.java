package io.motcua.dossier.attachments;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The search for malware.
 *
 * @param clamd where clamd listens, as {@code tcp://host:port} or {@code unix:/path}; none: files are not scanned
 * @param connect within which it must accept a connection
 * @param answer within which it must answer
 * @param sweep how often what waits is tried
 * @param settled how long after it came a file that waits is tried first: by then its dossier refers to it
 */
@Validated
@ConfigurationProperties("motcua.dossiers.scanning")
public record ScanningSettings(
        @Nullable String clamd,
        @DefaultValue("2s") @DurationMin(millis = 10) Duration connect,
        @DefaultValue("20s") @DurationMin(millis = 10) Duration answer,
        @DefaultValue("15s") @DurationMin(millis = 10) Duration sweep,
        @DefaultValue("1m") @DurationMin Duration settled) {}
