package io.motcua.gateway.problems;

import io.motcua.platform.problems.ProblemKind;

/** What the gateway itself refuses, beside what the platform does. */
public enum GatewayProblem implements ProblemKind {
    /** The request's body came so slowly that nothing was passed on as a whole. */
    REQUEST_TIMEOUT(408),
    /** The agency asks for a key, and there is none. */
    API_KEY_REQUIRED(401),
    API_KEY_UNKNOWN(401),
    API_KEY_EXPIRED(401),
    API_KEY_REVOKED(401),
    /** The app was not given what it asks for. */
    SCOPE_MISSING(403),
    /** The app may not call this agency. */
    AGENCY_CLOSED_TO_APP(403),
    /** A browser asks for a page whose origin no app that may call the agency has named. */
    ORIGIN_NOT_ALLOWED(403),
    /** An agency's administrator would give an app what only the operator may give. */
    BEYOND_YOUR_AGENCY(403),
    TOO_MANY_KEYS(409),
    INVALID_FIELD(422),
    /** The agency has left the platform: its code stays taken, and nobody serves it. */
    AGENCY_WITHDRAWN(410),
    /** A client, or all clients of an agency, ask more often than is agreed. */
    TOO_MANY_REQUESTS(429),
    /** The service's answer broke off: what was asked may have taken effect. */
    BROKEN_ANSWER(502),
    /** No instance, or a circuit breaker that is open: the service was not asked, or did not take the request. */
    SERVICE_UNAVAILABLE(503),
    /** Too much is under way at once, at the agency or altogether: the request was not passed on. */
    OVERLOADED(503),
    /** The service has the request and did not answer in time: it may take effect. */
    SERVICE_TIMEOUT(504);

    private final int status;

    GatewayProblem(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
