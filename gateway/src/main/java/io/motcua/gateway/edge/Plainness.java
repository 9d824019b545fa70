package io.motcua.gateway.edge;

import io.motcua.platform.problems.PlatformProblem;
import io.motcua.platform.problems.Problem;
import io.motcua.platform.problems.ProblemRenderer;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * Refuses what the API has no use for and what others have been tricked by: other methods, packed bodies (a bomb is small
 * until somebody unpacks it), forms in parts. Gives the documents' page, the only one here, a policy that lets it work.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 5)
final class Plainness extends HttpFilter {

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    private final EdgeSettings settings;
    private final ProblemRenderer problems;

    Plainness(EdgeSettings settings, ProblemRenderer problems) {
        this.settings = settings;
        this.problems = problems;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var refusal = refusal(request);
        if (refusal != null) {
            problems.write(new Problem(refusal, request.getRequestURI()), request, response);
            return;
        }
        var path = request.getRequestURI();
        if (path.startsWith("/openapi/") || path.startsWith("/webjars/")) {
            response.setHeader("Content-Security-Policy", settings.pagePolicy());
        }
        chain.doFilter(request, response);
    }

    private static @Nullable PlatformProblem refusal(HttpServletRequest request) {
        if (!METHODS.contains(request.getMethod())) {
            return PlatformProblem.METHOD_NOT_ALLOWED;
        }
        var coding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
        if (coding != null && !coding.equalsIgnoreCase("identity")) {
            return PlatformProblem.UNSUPPORTED_MEDIA_TYPE;
        }
        var type = request.getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/")
                ? PlatformProblem.UNSUPPORTED_MEDIA_TYPE
                : null;
    }
}
