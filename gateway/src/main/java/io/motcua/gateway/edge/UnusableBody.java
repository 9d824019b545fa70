package io.motcua.gateway.edge;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The caller's body broke off or is too large: the caller's fault, never the service's. */
public final class UnusableBody extends IOException {

    private static final long serialVersionUID = 1;

    private final long limit;

    private UnusableBody(long limit, @Nullable IOException cause) {
        super("The request's body cannot be passed on", cause);
        this.limit = limit;
    }

    static UnusableBody tooLarge(long limit) {
        return new UnusableBody(limit, null);
    }

    static UnusableBody brokenOff(IOException cause) {
        return new UnusableBody(0, cause);
    }

    public boolean tooLarge() {
        return limit > 0;
    }

    public long limit() {
        return limit;
    }
}
