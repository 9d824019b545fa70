package io.motcua.gateway.routes;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.motcua.gateway.edge.UnusableBody;
import io.motcua.gateway.wires.Answer;
import io.motcua.platform.problems.Problem;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** One circuit breaker per route and agency, so that an agency's outage closes no other's door. */
@Component
class Breakers {

    /** The answers of something between gateway and service, or of a service that lost its own upstream. */
    private static final Set<Integer> BROKEN = Set.of(502, 504);

    private final CircuitBreakerRegistry registry;
    private final CircuitBreakerConfig config;
    private final Map<String, CircuitBreaker> known = new ConcurrentHashMap<>();

    Breakers(CircuitBreakerRegistry registry, RouteSettings settings) {
        this.registry = registry;
        this.config = config(settings.breaker());
    }

    CircuitBreaker of(Routes.Route route, Target target) {
        return known.computeIfAbsent(
                route.name() + "." + target.label(),
                name -> registry.circuitBreaker(name, config, Map.of("group", route.name())));
    }

    /**
     * A service's 500 is the answer to one request and its 503 says itself when to come again: neither is a reason not to
     * ask it about others. No answer is.
     */
    private static CircuitBreakerConfig config(RouteSettings.Breaker settings) {
        return CircuitBreakerConfig.custom()
                .slidingWindow(
                        settings.window(), settings.atLeast(), CircuitBreakerConfig.SlidingWindowType.COUNT_BASED)
                .failureRateThreshold(settings.failures())
                .waitDurationInOpenState(settings.open())
                .permittedNumberOfCallsInHalfOpenState(settings.probes())
                .maxWaitDurationInHalfOpenState(settings.open())
                .automaticTransitionFromOpenToHalfOpenEnabled(true)
                .recordException(IOException.class::isInstance)
                .ignoreException(it -> it instanceof Problem || Guards.find(it, UnusableBody.class) != null)
                .recordResult(it -> it instanceof Answer answer && BROKEN.contains(answer.status()))
                .build();
    }
}
