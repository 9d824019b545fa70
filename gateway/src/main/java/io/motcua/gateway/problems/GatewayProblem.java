package io.motcua.gateway.problems;

import java.util.Locale;

/** What the gateway itself refuses; the names are those of the services where both know the case. */
public enum GatewayProblem {
    MALFORMED_REQUEST(400),
    UNAUTHENTICATED(401),
    FORBIDDEN(403),
    NOT_FOUND(404),
    METHOD_NOT_ALLOWED(405),
    NOT_ACCEPTABLE(406),
    TOO_LARGE(413),
    UNSUPPORTED_MEDIA_TYPE(415),
    INTERNAL(500),
    /** The service's answer broke off: what was asked may have taken effect. */
    BROKEN_ANSWER(502),
    /** No instance, or a circuit breaker that is open: the service was not asked, or did not take the request. */
    SERVICE_UNAVAILABLE(503),
    /** A token cannot be judged because its issuer's keys were never fetched. */
    KEYS_UNAVAILABLE(503),
    /** The service has the request and did not answer in time: it may take effect. */
    SERVICE_TIMEOUT(504);

    private final int status;

    GatewayProblem(int status) {
        this.status = status;
    }

    public int status() {
        return status;
    }

    String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
