package io.motcua.notification.inbound;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * What messages tell besides the event.
 *
 * @param lookupUrl where a citizen looks up a dossier; {@code {code}} stands for its code
 */
@Validated
@ConfigurationProperties("motcua.notification")
record InboundSettings(
        @NotBlank @Pattern(regexp = ".*\\{code}.*") String lookupUrl) {}
