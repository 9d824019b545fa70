package io.motcua.platform.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.motcua.platform.history.Digest;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;

/**
 * The tokens whose signatures have been checked lately, by digest, so that a signature is not checked again with each of a
 * caller's requests. It holds no longer than the key set that it was checked against, and its times, issuer and audience are
 * looked at each time. Only what was found good is kept, so forgers fill nothing.
 */
final class ProvenTokens {

    private static final int MOST = 10_000;

    /** After the last use: a caller reads a page's parts at once, and then a while nothing. */
    private static final Duration KEPT = Duration.ofMinutes(2);

    private final Cache<String, Proven> proven;

    private record Proven(Jwt token, Caller caller, IssuerKeys keys, Object edition, OAuth2TokenValidator<Jwt> claims) {

        boolean holds() {
            return keys.edition() == edition && !claims.validate(token).hasErrors();
        }
    }

    ProvenTokens(Clock clock) {
        proven = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterAccess(KEPT)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .executor(Runnable::run)
                .build();
    }

    void keep(CallerToken it, IssuerKeys keys, Object edition, OAuth2TokenValidator<Jwt> claims) {
        var token = it.getCredentials();
        proven.put(key(token.getTokenValue()), new Proven(token, it.getPrincipal(), keys, edition, claims));
    }

    @Nullable
    CallerToken recall(BearerTokenAuthenticationToken bearer) {
        var key = key(bearer.getToken());
        var it = proven.getIfPresent(key);
        if (it == null) {
            return null;
        }
        if (!it.holds()) {
            proven.invalidate(key);
            return null;
        }
        var again = new CallerToken(it.caller(), it.token());
        again.setDetails(bearer.getDetails());
        return again;
    }

    private static String key(String token) {
        return Digest.sha256(token);
    }
}
