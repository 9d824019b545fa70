package io.motcua.gateway.security;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationManagerResolver;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationProvider;

/** Checks the tokens of the configured issuers, each with its own keys; no other issuer is asked for anything. */
final class TrustedIssuers implements AuthenticationManagerResolver<String> {

    private static final Set<JWSAlgorithm> ALGORITHMS =
            Set.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256, JWSAlgorithm.ES256, JWSAlgorithm.ES384);
    /** Key sets outlive an outage of their issuer by this long, so that it logs nobody out. */
    private static final Duration OUTAGE = Duration.ofDays(1);

    private final Map<String, AuthenticationManager> managers;

    TrustedIssuers(TokenSettings settings) {
        managers = settings.issuers().stream()
                .collect(Collectors.toMap(TokenSettings.Issuer::issuer, it -> manager(it, settings.audience())));
    }

    @Override
    public AuthenticationManager resolve(String issuer) {
        return managers.getOrDefault(issuer, _ -> {
            throw new InvalidBearerTokenException("The issuer is not trusted here");
        });
    }

    private static AuthenticationManager manager(TokenSettings.Issuer issuer, String audience) {
        var processor = new DefaultJWTProcessor<SecurityContext>();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, keys(issuer)));
        processor.setJWSTypeVerifier(
                new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null));
        processor.setJWTClaimsSetVerifier((_, _) -> {}); // the validators below do
        var decoder = new NimbusJwtDecoder(processor);
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                new JwtTimestampValidator(Duration.ofSeconds(30)),
                new JwtIssuerValidator(issuer.issuer()),
                new JwtClaimValidator<Collection<String>>("aud", it -> it != null && it.contains(audience))));
        return new JwtAuthenticationProvider(decoder)::authenticate;
    }

    private static JWKSource<SecurityContext> keys(TokenSettings.Issuer issuer) {
        try {
            var keys = URI.create(issuer.keys()).toURL();
            return JWKSourceBuilder.create(keys, new DefaultResourceRetriever(2_000, 2_000, 512 * 1024))
                    .retrying(true)
                    .outageTolerant(OUTAGE.toMillis())
                    .build();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("No URL: " + issuer.keys(), e);
        }
    }
}
