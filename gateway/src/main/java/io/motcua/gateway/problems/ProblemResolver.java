package io.motcua.gateway.problems;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/** Turns whatever a route or page throws into a problem; a resolver, not an advice, because routes are no controllers. */
@Component
final class ProblemResolver implements HandlerExceptionResolver, Ordered {

    private static final Logger log = LoggerFactory.getLogger(ProblemResolver.class);

    private final Problems problems;

    ProblemResolver(Problems problems) {
        this.problems = problems;
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception failure) {
        if (response.isCommitted() && failure instanceof Problem) {
            // Refused before an answer began: then it was the container, which saw the caller break off and said 400.
            return new ModelAndView();
        }
        if (response.isCommitted()) {
            // Unresolved, so that the connection breaks too and nobody takes half an answer for a whole one.
            log.warn("{} {} broke off after its answer began", request.getMethod(), request.getRequestURI(), failure);
            return null;
        }
        response.reset();
        try {
            problems.write(problem(request, failure), request, response);
            return new ModelAndView();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static Problem problem(HttpServletRequest request, Exception failure) {
        if (failure instanceof Problem known) {
            return known;
        }
        if (failure instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
            return ErrorPage.problem(known.getStatusCode().value());
        }
        if (failure instanceof IOException) {
            log.warn("{} {} broke off", request.getMethod(), request.getRequestURI(), failure);
            return new Problem(GatewayProblem.BROKEN_ANSWER);
        }
        if (failure instanceof InvalidParameterException) {
            return new Problem(GatewayProblem.MALFORMED_REQUEST);
        }
        log.error("{} {} failed", request.getMethod(), request.getRequestURI(), failure);
        return new Problem(GatewayProblem.INTERNAL);
    }
}
