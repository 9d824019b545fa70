package io.motcua.platform.security;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param audience what a token must be meant for
 * @param issuers whom this service trusts, and with what
 */
@ConfigurationProperties("motcua.security")
record SecuritySettings(
        @DefaultValue("motcua") String audience,
        @DefaultValue List<Issuer> issuers) {

    /**
     * An identity provider and what it may grant; anything else in its tokens is ignored.
     *
     * @param jwkSetUri where its keys are; by default {@code <issuer>/oauth2/jwks}
     * @param agencies for which it may grant roles; {@code *} for all and for platform-wide ones
     * @param roles that it may grant; {@code *} for all
     */
    record Issuer(
            String issuer,
            @Nullable String jwkSetUri,
            @DefaultValue Set<String> agencies,
            @DefaultValue Set<String> roles,
            @DefaultValue Claims claims) {

        Issuer {
            agencies = Set.copyOf(agencies);
            roles = Set.copyOf(roles);
        }

        String keys() {
            return jwkSetUri == null || jwkSetUri.isBlank() ? issuer + "/oauth2/jwks" : jwkSetUri;
        }

        boolean mayGrant(String agency, String role) {
            return (agencies.contains(Caller.EVERYWHERE) || agencies.contains(agency))
                    && (roles.contains(Caller.EVERYWHERE) || roles.contains(role));
        }
    }

    /** What the issuer calls its claims. */
    record Claims(
            @DefaultValue("personalId") String personalId,
            @DefaultValue("loa") String identityLevel,
            @DefaultValue("roles") String roles,
            @DefaultValue("name") String name,
            @DefaultValue("email") String email,
            @DefaultValue("phone") String phone,
            @DefaultValue("locale") String language) {}
}
