package io.motcua.platform.security;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import jakarta.servlet.http.HttpServletRequest;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationProvider;
import org.springframework.security.oauth2.server.resource.authentication.JwtIssuerAuthenticationManagerResolver;

/** Checks the tokens of the trusted issuers, each with its own keys; no other issuer is asked for anything. */
final class TrustedIssuers implements AuthenticationManagerResolver<String> {

    private static final Duration SKEW = Duration.ofSeconds(30);

    private final ProvenTokens proven;
    private final Map<String, AuthenticationManager> managers;
    private final JwtIssuerAuthenticationManagerResolver byIssuer = new JwtIssuerAuthenticationManagerResolver(this);

    TrustedIssuers(List<Trust> trusted, Clock clock) {
        proven = new ProvenTokens(clock);
        managers = trusted.stream().collect(Collectors.toMap(Trust::issuer, it -> manager(it, clock)));
    }

    @Override
    public AuthenticationManager resolve(String issuer) {
        return managers.getOrDefault(issuer, _ -> {
            throw new InvalidBearerTokenException("The issuer is not trusted here");
        });
    }

    /** Who comes again with the same token is known by it, as long as it holds. */
    AuthenticationManager resolve(HttpServletRequest request) {
        var first = byIssuer.resolve(request);
        return token -> {
            var again = token instanceof BearerTokenAuthenticationToken bearer ? proven.recall(bearer) : null;
            return again == null ? first.authenticate(token) : again;
        };
    }

    private AuthenticationManager manager(Trust trust, Clock clock) {
        var processor = new DefaultJWTProcessor<SecurityContext>();
        var keys = keys(trust, clock);
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(trust.algorithms(), keys));
        processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(trust.types()));
        processor.setJWTClaimsSetVerifier((_, _) -> {}); // the validators below do
        var times = new JwtTimestampValidator(SKEW);
        times.setAllowEmptyExpiryClaim(false);
        times.setClock(clock);
        var decoder = new NimbusJwtDecoder(processor);
        var claims = new DelegatingOAuth2TokenValidator<>(
                times,
                new JwtIssuerValidator(trust.issuer()),
                new JwtClaimValidator<Collection<String>>("aud", it -> it != null && it.contains(trust.audience())));
        decoder.setJwtValidator(claims);
        var provider = new JwtAuthenticationProvider(decoder);
        provider.setJwtAuthenticationConverter(
                token -> new CallerToken(trust.caller().apply(token), token));
        return token -> {
            var edition =
                    keys.edition(); // before, so that what a withdrawn key has proven is not kept under a newer set
            try {
                var authenticated = provider.authenticate(token);
                if (edition != null && authenticated instanceof CallerToken caller) {
                    proven.keep(caller, keys, edition, claims);
                }
                return authenticated;
            } catch (AuthenticationServiceException e) {
                throw isAway(e) ? new IssuerAway(e) : new InvalidBearerTokenException("The token does not hold", e);
            }
        };
    }

    private static IssuerKeys keys(Trust trust, Clock clock) {
        try {
            var url = URI.create(trust.keys()).toURL();
            return new IssuerKeys(url, new KeyRetriever(), clock);
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("No URL: " + trust.keys(), e);
        }
    }

    private static boolean isAway(@Nullable Throwable failure) {
        return failure != null && (failure instanceof KeySourceException || isAway(failure.getCause()));
    }

    /** The keys of the issuer cannot be had: the token is neither good nor bad. */
    static final class IssuerAway extends AuthenticationException {

        private static final long serialVersionUID = 1;

        IssuerAway(AuthenticationServiceException cause) {
            super("The issuer's keys cannot be had", cause);
        }
    }
}
