package io.motcua.gateway.routes;

import io.motcua.gateway.problems.GatewayProblem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.cloud.client.ServiceInstance;
import org.springframework.cloud.client.discovery.DiscoveryClient;
import org.springframework.stereotype.Component;

/**
 * The running instances, each in its turn. An agency's own instances ({@code agency} in their metadata) serve only that
 * agency, those of the pool only agencies that are placed there: one has not the other's data, so there is no fallback.
 * Where the gateway has a certificate to show, whoever is registered without TLS is none of them.
 *
 * <p>Not Spring Cloud LoadBalancer: it brings an application context per service, a cache on top of the Eureka client's
 * own (35 s by default, longer than an instance may be gone) and a change of threads per request.
 */
@Component
final class Instances {

    /** A new instance is known here within about this time: it registers at once, and the register is read every 2 s. */
    static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    /** Multiples of it spread evenly over the unit interval, at every length of the sequence. */
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

    private static final int USUAL_WEIGHT = 100;
    private static final Pattern WEIGHT = Pattern.compile("\\d{1,4}");

    private final DiscoveryClient register;
    private final String zone;
    private final boolean plain;
    private final AtomicInteger turn = new AtomicInteger();

    Instances(DiscoveryClient register, RouteSettings settings, SslBundles bundles) {
        this.register = register;
        this.zone = settings.zone();
        this.plain = settings.plainInstances() || !ServiceCertificates.arePresent(bundles);
    }

    /** The next instance that was not tried yet for this request, or any if all were. */
    ServiceInstance next(Target target, Set<ServiceInstance> tried) {
        var all = which(register.getInstances(target.service()), it -> serves(it, target));
        var fresh = tried.isEmpty() ? all : which(all, it -> !tried.contains(it));
        var candidates = near(fresh.isEmpty() ? all : fresh);
        if (candidates.isEmpty()) {
            throw target.problem(GatewayProblem.SERVICE_UNAVAILABLE).retryAfter(RETRY_AFTER);
        }
        return inTurn(candidates, turn.getAndIncrement());
    }

    private static List<ServiceInstance> which(List<ServiceInstance> all, Predicate<ServiceInstance> wanted) {
        var these = new ArrayList<ServiceInstance>(all.size());
        for (var it : all) {
            if (wanted.test(it)) {
                these.add(it);
            }
        }
        return these;
    }

    /** Those of the gateway's own zone, if it has one and any is there that takes requests. */
    private List<ServiceInstance> near(List<ServiceInstance> all) {
        if (zone.isEmpty()) {
            return all;
        }
        var here = which(all, it -> zone.equals(metadata(it, "zone")) && weight(it) > 0);
        return here.isEmpty() ? all : here;
    }

    /** By weight; one of weight 0 is asked only when there is no other. */
    private static ServiceInstance inTurn(List<ServiceInstance> candidates, int turn) {
        if (candidates.size() == 1) {
            return candidates.getFirst();
        }
        int total = candidates.stream().mapToInt(Instances::weight).sum();
        if (candidates.stream().mapToInt(Instances::weight).distinct().count() == 1) {
            return candidates.get(Math.floorMod(turn, candidates.size()));
        }
        double place = (turn * GOLDEN - Math.floor(turn * GOLDEN)) * total;
        for (var it : candidates) {
            place -= weight(it);
            if (place < 0) {
                return it;
            }
        }
        return candidates.getLast();
    }

    private static int weight(ServiceInstance instance) {
        var said = metadata(instance, "weight");
        return WEIGHT.matcher(said).matches() ? Integer.parseInt(said) : USUAL_WEIGHT;
    }

    private static String metadata(ServiceInstance instance, String name) {
        var metadata = instance.getMetadata();
        return metadata == null ? "" : metadata.getOrDefault(name, "");
    }

    private boolean serves(ServiceInstance instance, Target target) {
        if (!plain && !instance.isSecure()) {
            return false;
        }
        var owner = metadata(instance, "agency");
        var agency = target.agency();
        return target.own() && agency != null ? owner.equals(agency) : owner.isBlank();
    }
}
