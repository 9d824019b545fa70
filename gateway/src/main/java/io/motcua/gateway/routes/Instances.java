package io.motcua.gateway.routes;

import io.motcua.gateway.problems.GatewayProblem;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.cloud.client.ServiceInstance;
import org.springframework.cloud.client.discovery.DiscoveryClient;
import org.springframework.stereotype.Component;

/**
 * The running instances, each in its turn. An agency's own instances ({@code agency} in their metadata) serve only that
 * agency, those of the pool only agencies that are placed there: one has not the other's data, so there is no fallback.
 *
 * <p>Not Spring Cloud LoadBalancer: it brings an application context per service, a cache on top of the Eureka client's
 * own (35 s by default, longer than an instance may be gone) and a change of threads per request.
 */
@Component
final class Instances {

    /** A new instance is known here within about this time: it registers at once, and the register is read every 2 s. */
    static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final DiscoveryClient register;
    private final AtomicInteger turn = new AtomicInteger();

    Instances(DiscoveryClient register) {
        this.register = register;
    }

    /** The next instance that was not tried yet for this request, or any if all were. */
    ServiceInstance next(Target target, Set<ServiceInstance> tried) {
        var all = register.getInstances(target.service()).stream()
                .filter(it -> serves(it, target))
                .toList();
        var fresh = all.stream().filter(it -> !tried.contains(it)).toList();
        var candidates = fresh.isEmpty() ? all : fresh;
        if (candidates.isEmpty()) {
            throw target.problem(GatewayProblem.SERVICE_UNAVAILABLE).retryAfter(RETRY_AFTER);
        }
        return candidates.get(Math.floorMod(turn.getAndIncrement(), candidates.size()));
    }

    private static boolean serves(ServiceInstance instance, Target target) {
        var metadata = instance.getMetadata();
        var owner = metadata == null ? "" : metadata.getOrDefault("agency", "");
        var agency = target.agency();
        return target.own() && agency != null ? owner.equals(agency) : owner.isBlank();
    }
}
