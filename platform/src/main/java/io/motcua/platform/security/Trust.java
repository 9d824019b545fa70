package io.motcua.platform.security;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import io.motcua.platform.placement.Placements;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * An issuer whose tokens hold here.
 *
 * @param keys where its key set is
 * @param audience that a token must name
 * @param types of token, null for one that does not say
 * @param caller whom a token speaks for
 */
record Trust(
        String issuer,
        String keys,
        String audience,
        Set<JWSAlgorithm> algorithms,
        Set<@Nullable JOSEObjectType> types,
        Function<Jwt, Caller> caller) {

    static final Set<JWSAlgorithm> ASYMMETRIC =
            Set.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256, JWSAlgorithm.ES256, JWSAlgorithm.ES384);

    private static final JOSEObjectType ACCESS_TOKEN = new JOSEObjectType("at+jwt");

    /** Of access tokens; older providers say JWT, or nothing. */
    static final Set<@Nullable JOSEObjectType> ANY_TYPE =
            new HashSet<>(Arrays.asList(JOSEObjectType.JWT, ACCESS_TOKEN, null));

    /** The pool and the gateway trust the identity providers, an agency's own instances the gateway alone. */
    static List<Trust> at(Placements placements, String service, SecuritySettings settings, Callers callers) {
        var agency = placements.own();
        return agency == null
                ? settings.issuers().stream()
                        .map(it -> identityProvider(it, settings.audience(), callers))
                        .toList()
                : List.of(gateway(settings.gateway(), service, agency));
    }

    private static Trust identityProvider(SecuritySettings.Issuer issuer, String audience, Callers callers) {
        return new Trust(
                issuer.issuer(), issuer.keys(), audience, ASYMMETRIC, ANY_TYPE, token -> callers.of(token, issuer));
    }

    private static Trust gateway(SecuritySettings.Gateway gateway, String service, String agency) {
        var keys = gateway.jwkSetUri();
        if (keys == null || keys.isBlank()) {
            throw new IllegalStateException("An agency's own instance trusts the gateway's tokens only: set"
                    + " motcua.security.gateway.jwk-set-uri (MOTCUA_GATEWAY_KEYS)");
        }
        return new Trust(
                gateway.issuer(),
                keys,
                "motcua:" + service + ":" + agency,
                Set.of(JWSAlgorithm.ES256),
                Set.of(ACCESS_TOKEN),
                token -> Callers.forwarded(token, agency));
    }
}
