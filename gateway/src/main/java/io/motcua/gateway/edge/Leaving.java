package io.motcua.gateway.edge;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * A gateway that is told to stop first says that it is not ready, and serves on until whoever passes connections on to it has
 * read that. Meanwhile each answer ends its connection, so that callers who keep theirs come again by another way: Tomcat
 * answers 503 to what arrives by a kept connection once it stops.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE) // its header stands on every answer
final class Leaving extends HttpFilter {

    private final ApplicationEventPublisher own;
    private volatile boolean leaving;

    Leaving(ApplicationEventPublisher own) {
        this.own = own;
    }

    /** @return true: a balancer that has not asked for readiness since may still send callers here */
    boolean leave() {
        leaving = true;
        AvailabilityChangeEvent.publish(own, this, ReadinessState.REFUSING_TRAFFIC);
        return true;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (leaving) {
            response.setHeader(HttpHeaders.CONNECTION, "close");
        }
        chain.doFilter(request, response);
    }
}
