package io.motcua.gateway.routes;

import io.motcua.gateway.problems.ProblemResolver;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Stands behind all that looks at a request, and before Spring's dispatcher: what is a service's goes there without its
 * detours, what is the gateway's own goes on to its controllers.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
final class Doors implements Filter {

    private final Guards guards;
    private final ProblemResolver problems;

    Doors(Guards guards, ProblemResolver problems) {
        this.guards = guards;
        this.problems = problems;
    }

    @Override
    public void doFilter(ServletRequest servletRequest, ServletResponse servletResponse, FilterChain chain)
            throws IOException, ServletException {
        var request = (HttpServletRequest) servletRequest;
        var response = (HttpServletResponse) servletResponse;
        var match = Routes.of(request);
        if (match == null) {
            chain.doFilter(request, response);
            return;
        }
        try {
            if (request.getQueryString() != null) {
                request.getParameterMap(); // refused here if it cannot be read: it is passed on as it was written
            }
            guards.pass(match, request, response);
        } catch (IOException | RuntimeException failure) {
            if (!problems.answered(request, response, failure)) {
                throw failure;
            }
        }
    }
}
