package io.motcua.gateway.routes;

import io.motcua.gateway.apps.AllowedOrigins;
import io.motcua.gateway.problems.GatewayProblem;
import io.motcua.platform.problems.Problem;
import io.motcua.platform.problems.ProblemRenderer;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.cors.CorsUtils;

/**
 * Lets browsers call from the pages of registered apps (CORS), and from no other. Not Spring's own: its answer depends on a
 * table of origins by path, here it depends on who may call the agency. It stands before whatever refuses, so that a page can
 * read what a refusal says.
 *
 * <p>An actual request from a foreign page goes on, without the headers that would let the page read the answer. It could do
 * nothing that needs a sign-in: there are no cookies that a browser would send by itself.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 3) // before whatever refuses
final class CrossOrigin extends HttpFilter {

    private static final String METHODS = "GET, HEAD, POST, PUT, PATCH, DELETE";
    private static final String REQUEST_HEADERS =
            "Accept-Language, Api-Key, Authorization, Content-Type, Idempotency-Key, If-Match, If-None-Match,"
                    + " Read-Purpose, Tus-Resumable, Upload-Checksum, Upload-Length, Upload-Metadata, Upload-Offset,"
                    + " X-Request-Id, traceparent, tracestate";
    private static final String EXPOSED =
            "Content-Disposition, Content-Location, Deprecation, ETag, Idempotency-Replayed, Link, Location, RateLimit, RateLimit-Policy, Retry-After, Sunset,"
                    + " Tus-Checksum-Algorithm, Tus-Extension, Tus-Max-Size, Tus-Resumable, Tus-Version, Upload-Expires,"
                    + " Upload-Length, Upload-Metadata, Upload-Offset, WWW-Authenticate, X-Request-Id";

    /** Browsers ask again after this time; whether an origin still holds is looked at with every request. */
    private static final String MAX_AGE = "600";

    private final Targets targets;
    private final AllowedOrigins origins;
    private final ProblemRenderer problems;

    CrossOrigin(Targets targets, AllowedOrigins origins, ProblemRenderer problems) {
        this.targets = targets;
        this.origins = origins;
        this.problems = problems;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!request.getRequestURI().startsWith("/api/") && !CorsUtils.isPreFlightRequest(request)) {
            chain.doFilter(request, response);
            return;
        }
        var origin = request.getHeader(HttpHeaders.ORIGIN);
        try {
            var allowed = origin != null && isAllowed(origin, request) ? origin : null;
            if (CorsUtils.isPreFlightRequest(request)) {
                preflight(allowed, response);
            } else {
                chain.doFilter(request, new Marked(response, allowed));
            }
        } catch (Problem problem) {
            problems.write(problem, request, new Marked(response, null));
        }
    }

    private static void preflight(@Nullable String allowed, HttpServletResponse response) {
        if (allowed == null) {
            throw new Problem(GatewayProblem.ORIGIN_NOT_ALLOWED);
        }
        response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, allowed);
        response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, METHODS);
        response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, REQUEST_HEADERS);
        response.setHeader(HttpHeaders.ACCESS_CONTROL_MAX_AGE, MAX_AGE);
        response.addHeader(HttpHeaders.VARY, HttpHeaders.ORIGIN);
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }

    private boolean isAllowed(String origin, HttpServletRequest request) {
        var path = PathContainer.parsePath(request.getRequestURI());
        for (var route : Routes.ALL) {
            var variables = route.variables(path);
            if (variables.isPresent()) {
                var target = targets.of(route.service(), variables.get());
                return origins.contain(origin, route.name(), target.agency());
            }
        }
        return false;
    }

    /** Carries the headers through a reset, after which a problem is written. */
    private static final class Marked extends HttpServletResponseWrapper {

        private final @Nullable String allowed;

        Marked(HttpServletResponse response, @Nullable String allowed) {
            super(response);
            this.allowed = allowed;
            mark();
        }

        @Override
        public void reset() {
            super.reset();
            mark();
        }

        private void mark() {
            addHeader(HttpHeaders.VARY, HttpHeaders.ORIGIN);
            if (allowed != null) {
                setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, allowed);
                setHeader(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, EXPOSED);
            }
        }
    }
}
