package io.motcua.gateway.problems;

import io.motcua.platform.problems.PlatformProblem;
import io.motcua.platform.problems.Problem;
import io.motcua.platform.problems.ProblemRenderer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/** Turns whatever a route throws into a problem, as the platform's advice does for controllers. */
@Component
final class ProblemResolver implements HandlerExceptionResolver, Ordered {

    private static final Logger log = LoggerFactory.getLogger(ProblemResolver.class);

    private final ProblemRenderer renderer;

    ProblemResolver(ProblemRenderer renderer) {
        this.renderer = renderer;
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception failure) {
        if (handler instanceof HandlerMethod) {
            return null;
        }
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
            renderer.write(problem(request, failure), request, response);
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
            return new Problem(PlatformProblem.forStatus(known.getStatusCode().value()), request.getRequestURI());
        }
        if (failure instanceof IOException) {
            log.warn("{} {} broke off", request.getMethod(), request.getRequestURI(), failure);
            return new Problem(GatewayProblem.BROKEN_ANSWER);
        }
        if (failure instanceof InvalidParameterException || failure instanceof RequestRejectedException) {
            return new Problem(PlatformProblem.MALFORMED_REQUEST);
        }
        log.error("{} {} failed", request.getMethod(), request.getRequestURI(), failure);
        return new Problem(PlatformProblem.INTERNAL);
    }
}
