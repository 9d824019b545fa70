package io.motcua.gateway.routes;

import io.motcua.gateway.problems.GatewayProblem;
import java.util.Objects;
import java.util.Set;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** What the gateway itself reads from a service; any instance of the pool will do. */
@Component
public class Services {

    private final Instances instances;
    private final RestClient client;

    Services(Instances instances, ClientHttpRequestFactory requests) {
        this.instances = instances;
        this.client = RestClient.builder().requestFactory(requests).build();
    }

    public byte[] get(String service, String path) {
        var target = Target.pool(service);
        var instance = instances.next(target, Set.of());
        try {
            var answer =
                    client.get().uri(instance.getUri().resolve(path)).retrieve().body(byte[].class);
            return Objects.requireNonNullElse(answer, new byte[0]);
        } catch (RestClientException unanswered) {
            var problem = target.problem(GatewayProblem.SERVICE_UNAVAILABLE).retryAfter(Instances.RETRY_AFTER);
            problem.initCause(unanswered);
            throw problem;
        }
    }
}
