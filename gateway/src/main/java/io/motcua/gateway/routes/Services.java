package io.motcua.gateway.routes;

import io.motcua.gateway.problems.GatewayProblem;
import java.io.IOException;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What the gateway itself reads from a service; any instance of the pool will do. */
@Component
public class Services {

    private final Instances instances;
    private final Upstream upstream;

    Services(Instances instances, Upstream upstream) {
        this.instances = instances;
        this.upstream = upstream;
    }

    public byte[] get(String service, String path) {
        var target = Target.pool(service);
        var instance = instances.next(target, Set.of());
        try (var answer = upstream.get(instance, path)) {
            if (answer.status() != 200) {
                throw new IOException(service + " answers " + answer.status());
            }
            return answer.body();
        } catch (IOException unanswered) {
            var problem = target.problem(GatewayProblem.SERVICE_UNAVAILABLE).retryAfter(Instances.RETRY_AFTER);
            problem.initCause(unanswered);
            throw problem;
        }
    }
}
