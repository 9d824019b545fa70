package io.motcua.gateway.security;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Whose tokens pass. The same settings as the services'; these know besides what each issuer may grant.
 *
 * @param audience what a token must be meant for
 */
@Validated
@ConfigurationProperties("motcua.security")
record TokenSettings(
        @DefaultValue("motcua") @NotBlank String audience,
        @DefaultValue List<@Valid Issuer> issuers) {

    /**
     * @param jwkSetUri where its keys are; by default {@code <issuer>/oauth2/jwks}
     */
    record Issuer(@NotBlank String issuer, @Nullable String jwkSetUri) {

        String keys() {
            return jwkSetUri == null || jwkSetUri.isBlank() ? issuer + "/oauth2/jwks" : jwkSetUri;
        }
    }
}
