package io.motcua.gateway.edge;

import io.motcua.platform.problems.PlatformProblem;
import io.motcua.platform.problems.Problem;
import io.motcua.platform.problems.ProblemRenderer;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses a body that says it is too large, and stops one that turns out to be, or that never ends; nothing is buffered. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 3)
final class BodyLimit extends OncePerRequestFilter {

    /** As they are written, so that no trick of spelling makes room: what is spelt otherwise is small. */
    private static final Pattern UPLOADS = Pattern.compile("/api/v1/agencies/(import"
            + "|[^/]+/services/import"
            + "|[^/]+/dossiers/[^/]+/(attachments|result)(/[^/]*)?)");

    private final EdgeSettings settings;
    private final ProblemRenderer problems;

    BodyLimit(EdgeSettings settings, ProblemRenderer problems) {
        this.settings = settings;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long limit = limit(request);
        if (request.getContentLengthLong() > limit) {
            problems.write(new Problem(PlatformProblem.TOO_LARGE, limit), request, response);
        } else if (request.getContentLengthLong() == 0) {
            chain.doFilter(request, response);
        } else {
            chain.doFilter(new Limited(request, limit), response);
        }
    }

    private long limit(HttpServletRequest request) {
        long most = settings.maxBody().toBytes();
        return UPLOADS.matcher(request.getRequestURI()).matches()
                ? most
                : Math.min(most, settings.smallBody().toBytes());
    }

    private final class Limited extends HttpServletRequestWrapper {

        private final long limit;

        Limited(HttpServletRequest request, long limit) {
            super(request);
            this.limit = limit;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            var pace = new Pace(settings.bodyGrace(), settings.bodyPace().toBytes());
            return new LimitedInput(super.getInputStream(), limit, pace);
        }
    }
}
