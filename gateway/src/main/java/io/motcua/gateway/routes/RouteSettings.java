package io.motcua.gateway.routes;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long and how often a route tries.
 *
 * @param connect within which a service must accept a connection
 * @param answer within which a service must begin to answer once it has the request, by route where it differs. Longer
 *     than any limit inside the services: a gateway that gives up first reports as failed what is then committed
 * @param zone where this gateway stands; instances of the same {@code zone} are preferred
 * @param plainInstances whether instances without TLS are asked although this gateway has a certificate for them: while an
 *     installation changes over
 * @param connections at most to one instance at a time; more wait briefly and are then refused
 * @param streams the same for answers that go on for minutes, which have connections of their own
 * @param breaker when a route stops asking
 */
@Validated
@ConfigurationProperties("motcua.gateway.routes")
record RouteSettings(
        @DefaultValue("2s") Duration connect,
        @DefaultValue("30s") Duration answer,
        @DefaultValue Map<String, Duration> answers,
        @DefaultValue("") String zone,
        @DefaultValue("false") boolean plainInstances,
        @DefaultValue("256") @Min(1) int connections,
        @DefaultValue("512") @Min(1) int streams,
        @DefaultValue Breaker breaker) {

    /**
     * @param window how many of the last calls are looked at
     * @param atLeast how many there must be before the breaker judges
     * @param failures per cent that open it
     * @param open how long nobody is asked then
     * @param probes how many calls decide whether it closes again
     */
    record Breaker(
            @DefaultValue("20") @Min(1) int window,
            @DefaultValue("10") @Min(1) int atLeast,
            @DefaultValue("50") @Min(1) @Max(100) int failures,
            @DefaultValue("5s") Duration open,
            @DefaultValue("3") @Min(1) int probes) {}

    Duration answer(String route) {
        return answers.getOrDefault(route, answer);
    }
}
