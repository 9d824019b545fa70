package io.motcua.gateway.edge;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.motcua.platform.problems.PlatformProblem;
import io.motcua.platform.problems.Problem;
import io.motcua.platform.problems.ProblemRenderer;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Refuses a body that says it is too large, stops one that turns out to be, and does not wait for ever for who sends or reads
 * one; nothing is buffered.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 4)
final class BodyLimit extends HttpFilter {

    /** As they are written, so that no trick of spelling makes room: what is spelt otherwise is small. */
    private static final Pattern UPLOADS = Pattern.compile("/api/v1/agencies/(import"
            + "|[^/]+/services/import"
            + "|[^/]+/dossiers/[^/]+/(attachments(/uploads(/[^/]*)?)?|result))");

    private final EdgeSettings settings;
    private final ProblemRenderer problems;
    private final Counter slowReaders;

    BodyLimit(EdgeSettings settings, ProblemRenderer problems, MeterRegistry meters) {
        this.settings = settings;
        this.problems = problems;
        this.slowReaders = Counter.builder(ConnectionGuard.ENDED)
                .tag(ConnectionGuard.REASON, "slow-reader")
                .register(meters);
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long limit = limit(request);
        if (request.getContentLengthLong() > limit) {
            problems.write(new Problem(PlatformProblem.TOO_LARGE, limit), request, response);
        } else {
            chain.doFilter(new Limited(request, limit), new Paced(response));
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
            return new LimitedInput(super.getInputStream(), limit, pace());
        }
    }

    private final class Paced extends HttpServletResponseWrapper {

        private @Nullable ServletOutputStream output;

        Paced(HttpServletResponse response) {
            super(response);
        }

        @Override
        public ServletOutputStream getOutputStream() throws IOException {
            var paced = output;
            if (paced == null) {
                paced = new PacedOutput(super.getOutputStream(), pace(), slowReaders::increment);
                output = paced;
            }
            return paced;
        }
    }

    private Pace pace() {
        return new Pace(settings.bodyGrace(), settings.bodyPace().toBytes());
    }
}
