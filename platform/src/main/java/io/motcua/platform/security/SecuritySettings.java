package io.motcua.platform.security;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param audience what a token must be meant for
 * @param issuers whom the gateway and the pool trust, and with what
 * @param gateway whom an agency's own instances trust, instead of these
 */
@ConfigurationProperties("motcua.security")
record SecuritySettings(
        @DefaultValue("motcua") String audience,
        @DefaultValue List<Issuer> issuers,
        @DefaultValue Gateway gateway) {

    /**
     * An identity provider and what it may grant; anything else in its tokens is ignored.
     *
     * @param jwkSetUri where its keys are; by default {@code <issuer>/oauth2/jwks}
     * @param agencies for which it may grant roles; {@code *} for all and for platform-wide ones
     * @param roles that it may grant; {@code *} for all
     * @param vouchesForPersons whether its word on personal id and identity level is taken; by default unless it speaks for
     *     some agencies only, for an agency's directory could otherwise be any citizen of any agency
     */
    record Issuer(
            String issuer,
            @Nullable String jwkSetUri,
            @DefaultValue Set<String> agencies,
            @DefaultValue Set<String> roles,
            @Nullable Boolean vouchesForPersons,
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

        boolean knowsPersons() {
            return vouchesForPersons == null
                    ? agencies.isEmpty() || agencies.contains(Caller.EVERYWHERE)
                    : vouchesForPersons;
        }
    }

    /**
     * The gateway as an issuer: before an agency's own instances it replaces the caller's token by a short-lived one, which
     * is good for that service of that agency and nowhere else.
     *
     * @param jwkSetUri where its keys are
     */
    record Gateway(
            @DefaultValue("urn:motcua:gateway") String issuer,
            @Nullable String jwkSetUri) {}

    /**
     * What the issuer calls its claims. A name with dots leads into nested ones: {@code realm_access.roles}.
     *
     * @param roles where roles stand: in one claim, or in several
     * @param levels what the values of the identity level's claim mean, where they are not 0, 1 and 2 themselves
     * @param grants what the words in the claims of roles mean
     */
    record Claims(
            @DefaultValue("personalId") String personalId,
            @DefaultValue("loa") String identityLevel,
            @DefaultValue("roles") List<String> roles,
            @DefaultValue("name") String name,
            @DefaultValue("email") String email,
            @DefaultValue("phone") String phone,
            @DefaultValue("locale") String language,
            @DefaultValue Map<String, Integer> levels,
            @DefaultValue Grants grants) {

        /** As the gateway calls them. */
        static final Claims OURS = new Claims(
                "personalId", "loa", List.of("roles"), "name", "email", "phone", "locale", Map.of(), Grants.OURS);

        Claims {
            roles = List.copyOf(roles);
            levels = Map.copyOf(levels);
        }
    }
}
