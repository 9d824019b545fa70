package io.motcua.gateway.edge;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * A gateway that is told to stop first says that it is not ready, and serves on until whoever passes connections on to it has
 * read that. Meanwhile each answer ends its connection, so that callers who keep theirs come again by another way: Tomcat
 * answers 503 to what arrives by a kept connection once it stops.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE) // its header stands on every answer
final class Leaving extends OncePerRequestFilter implements ApplicationListener<ContextClosedEvent>, Ordered {

    private static final Logger log = LoggerFactory.getLogger(Leaving.class);

    private final ApplicationContext own;
    private final Duration pause;
    private volatile boolean leaving;

    /** @param pause longer than a balancer takes to ask for readiness again */
    Leaving(ApplicationContext own, @Value("${motcua.draining.pause:8s}") Duration pause) {
        this.own = own;
        this.pause = pause;
    }

    /** Before Spring Boot hears of the end and closes the management port, and the web server after it. */
    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public void onApplicationEvent(ContextClosedEvent event) {
        if (event.getApplicationContext() != own) {
            return; // a part of the application ends
        }
        leaving = true;
        AvailabilityChangeEvent.publish(own, ReadinessState.REFUSING_TRAFFIC);
        log.info("Not ready any more; serving on for {}", pause);
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (leaving) {
            response.setHeader(HttpHeaders.CONNECTION, "close");
        }
        chain.doFilter(request, response);
    }
}
