package io.motcua.gateway.routes;

import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.motcua.gateway.edge.UnusableBody;
import io.motcua.platform.problems.Problem;
import java.util.Set;
import org.springframework.cloud.circuitbreaker.resilience4j.Resilience4JCircuitBreakerFactory;
import org.springframework.cloud.circuitbreaker.resilience4j.Resilience4JConfigBuilder;
import org.springframework.cloud.client.circuitbreaker.Customizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.servlet.function.ServerResponse;

/** One circuit breaker per route and agency, so that an agency's outage closes no other's door. */
@Configuration(proxyBeanMethods = false)
class Breakers {

    /** The answers of something between gateway and service, or of a service that lost its own upstream. */
    private static final Set<Integer> BROKEN = Set.of(502, 504);

    static String name(String route, Target target) {
        return route + "." + target.label();
    }

    @Bean
    Customizer<Resilience4JCircuitBreakerFactory> breakerCustomizer(RouteSettings settings) {
        var config = config(settings.breaker());
        return factory -> factory.configureDefault(name ->
                new Resilience4JConfigBuilder(name).circuitBreakerConfig(config).build());
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
                .recordException(ResourceAccessException.class::isInstance)
                .ignoreException(it -> it instanceof Problem || Guards.find(it, UnusableBody.class) != null)
                .recordResult(it -> it instanceof ServerResponse answer
                        && BROKEN.contains(answer.statusCode().value()))
                .build();
    }
}
