package io.motcua.dossier.slips;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How slips are drawn up.
 *
 * @param trackingUrl what the QR code says; {@code {code}} stands for the dossier's code
 * @param sweep how often those are looked for that an instance left undone
 * @param overdue how long a slip is owed before others than the one who owes it draw it up
 */
@Validated
@ConfigurationProperties("motcua.dossiers.slips")
public record SlipSettings(
        @NotBlank @Pattern(regexp = ".*\\{code}.*") String trackingUrl,
        @DefaultValue("30s") Duration sweep,
        @DefaultValue("15s") Duration overdue) {}
