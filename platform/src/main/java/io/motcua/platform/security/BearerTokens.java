package io.motcua.platform.security;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.server.resource.BearerTokenErrors;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;

/**
 * Takes the token out of the {@code Authorization} field, and from nowhere else (RFC 6750, 2.1). As Spring Security's own does
 * by a regular expression, which takes as long as the token's check.
 */
final class BearerTokens implements BearerTokenResolver {

    private static final String SCHEME = "bearer";
    private static final boolean[] OF_TOKEN = new boolean[128];

    static {
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~+/"
                .chars()
                .forEach(it -> OF_TOKEN[it] = true);
    }

    @Override
    public @Nullable String resolve(HttpServletRequest request) {
        var said = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (said == null || !said.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return null;
        }
        if (!isToken(said, SCHEME.length())) {
            throw new OAuth2AuthenticationException(BearerTokenErrors.invalidToken("Bearer token is malformed"));
        }
        return said.substring(SCHEME.length() + 1);
    }

    /** A space, one of the letters and signs or more, and then nothing but equals signs. */
    private static boolean isToken(String said, int at) {
        if (at >= said.length() || said.charAt(at) != ' ') {
            return false;
        }
        int next = at + 1;
        while (next < said.length() && isOfToken(said.charAt(next))) {
            next++;
        }
        if (next == at + 1) {
            return false;
        }
        while (next < said.length() && said.charAt(next) == '=') {
            next++;
        }
        return next == said.length();
    }

    private static boolean isOfToken(char it) {
        return it < OF_TOKEN.length && OF_TOKEN[it];
    }
}
