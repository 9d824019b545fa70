package io.motcua.platform.security;

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
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationManagerResolver;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
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

    TrustedIssuers(SecuritySettings settings, Callers callers) {
        managers = settings.issuers().stream()
                .collect(Collectors.toMap(
                        SecuritySettings.Issuer::issuer,
                        Function.<SecuritySettings.Issuer>identity()
                                .andThen(it -> manager(it, settings.audience(), callers))));
    }

    @Override
    public AuthenticationManager resolve(String issuer) {
        return managers.getOrDefault(issuer, _ -> {
            throw new InvalidBearerTokenException("The issuer is not trusted here");
        });
    }

    private static AuthenticationManager manager(SecuritySettings.Issuer issuer, String audience, Callers callers) {
        var processor = new DefaultJWTProcessor<SecurityContext>();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, keys(issuer)));
        processor.setJWSTypeVerifier(
                new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null));
        processor.setJWTClaimsSetVerifier((_, _) -> {});
        var decoder = new NimbusJwtDecoder(processor);
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                new JwtTimestampValidator(Duration.ofSeconds(30)),
                new JwtIssuerValidator(issuer.issuer()),
                new JwtClaimValidator<java.util.Collection<String>>("aud", it -> it != null && it.contains(audience))));
        var provider = new JwtAuthenticationProvider(decoder);
        provider.setJwtAuthenticationConverter(token -> new CallerToken(callers.of(token, issuer), token));
        return token -> {
            try {
                return provider.authenticate(token);
            } catch (AuthenticationServiceException e) {
                throw new IssuerAway(e);
            }
        };
    }

    /** The keys of the issuer cannot be had: the token is neither good nor bad. */
    static final class IssuerAway extends AuthenticationException {

        private static final long serialVersionUID = 1;

        IssuerAway(AuthenticationServiceException cause) {
            super("The issuer's keys cannot be had", cause);
        }
    }

    private static JWKSource<SecurityContext> keys(SecuritySettings.Issuer issuer) {
        try {
            var url = URI.create(issuer.keys()).toURL();
            return JWKSourceBuilder.create(url, new DefaultResourceRetriever(2_000, 2_000, 512 * 1024))
                    .retrying(true)
                    .outageTolerant(OUTAGE.toMillis())
                    .build();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("No URL: " + issuer.keys(), e);
        }
    }
}
