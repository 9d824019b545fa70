package io.motcua.gateway.security;

import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import io.motcua.gateway.problems.GatewayProblem;
import io.motcua.gateway.problems.Problem;
import io.motcua.gateway.problems.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.stereotype.Component;

/** No token, a token that does not hold, or one that nobody can judge now. Why a token fails is not told. */
@Component
final class TokenRefusals implements AuthenticationEntryPoint, AuthenticationFailureHandler {

    private final Problems problems;

    TokenRefusals(Problems problems) {
        this.problems = problems;
    }

    /** No token. */
    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException missing)
            throws IOException {
        problems.write(new Problem(GatewayProblem.UNAUTHENTICATED), request, response);
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        if (failure instanceof AuthenticationServiceException && !unknownKey(failure)) {
            var problem = new Problem(GatewayProblem.KEYS_UNAVAILABLE).retryAfter(Duration.ofSeconds(5));
            problems.write(problem, request, response);
        } else {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
            problems.write(new Problem(GatewayProblem.UNAUTHENTICATED), request, response);
        }
    }

    /** A key that the issuer's set did not contain just now; the issuer is not asked again for every such token. */
    private static boolean unknownKey(@Nullable Throwable failure) {
        return failure != null && (failure instanceof RateLimitReachedException || unknownKey(failure.getCause()));
    }
}
