package io.motcua.gateway.routes;

import io.motcua.gateway.problems.GatewayProblem;
import io.motcua.gateway.problems.Problem;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Whose instances of a service a request is for.
 *
 * @param agency which the request is about, or null if it is about none or several
 * @param own whether that agency has instances of its own; then no others will do
 */
record Target(String service, @Nullable String agency, boolean own) {

    Problem problem(GatewayProblem kind) {
        return new Problem(kind, service, Objects.requireNonNullElse(agency, "pool"))
                .with("service", service)
                .with("agency", agency);
    }
}
