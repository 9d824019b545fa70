package io.motcua.gateway.edge;

import io.motcua.gateway.problems.GatewayProblem;
import io.motcua.platform.problems.PlatformProblem;
import io.motcua.platform.problems.Problem;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The caller's body broke off, is too large or too slow: the caller's fault, never the service's. */
public final class UnusableBody extends IOException {

    private static final long serialVersionUID = 1;

    private final transient Problem problem;

    private UnusableBody(Problem problem, @Nullable IOException cause) {
        super("The request's body cannot be passed on", cause);
        this.problem = problem;
    }

    static UnusableBody tooLarge(long limit) {
        return new UnusableBody(new Problem(PlatformProblem.TOO_LARGE, limit), null);
    }

    static UnusableBody brokenOff(IOException cause) {
        return new UnusableBody(new Problem(PlatformProblem.MALFORMED_REQUEST), cause);
    }

    static UnusableBody tooSlow() {
        return new UnusableBody(new Problem(GatewayProblem.REQUEST_TIMEOUT), null);
    }

    public Problem problem() {
        return problem;
    }
}
