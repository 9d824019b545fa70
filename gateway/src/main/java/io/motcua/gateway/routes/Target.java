package io.motcua.gateway.routes;

import io.motcua.gateway.problems.GatewayProblem;
import io.motcua.platform.problems.Problem;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Whose instances of a service a request is for.
 *
 * @param agency which the request is about, as its record spells it or, if it has none, as the caller does; null if it is
 *     about none or several
 * @param own whether that agency has instances of its own; then no others will do
 * @param known whether the agency has a record
 */
record Target(String service, @Nullable String agency, boolean own, boolean known) {

    /** For what goes across agencies. */
    static Target pool(String service) {
        return new Target(service, null, false, false);
    }

    /** A word for the agency that is one of few, whatever callers write. */
    String label() {
        return agency != null && known ? agency : "-";
    }

    Problem problem(GatewayProblem kind) {
        return new Problem(kind, service, Objects.requireNonNullElse(agency, "pool"))
                .with("service", service)
                .with("agency", agency);
    }
}
