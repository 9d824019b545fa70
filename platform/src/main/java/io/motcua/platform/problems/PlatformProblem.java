package io.motcua.platform.problems;

/** The refusals that all services share. */
public enum PlatformProblem implements ProblemKind {
    /** The request line, a header or a parameter cannot be read at all. */
    MALFORMED_REQUEST(400),
    MALFORMED_BODY(400),
    UNKNOWN_FIELD(400),
    INVALID_PARAMETER(400),
    REQUEST_KEY_REQUIRED(400),
    UNAUTHENTICATED(401),
    FORBIDDEN(403),
    NOT_FOUND(404),
    METHOD_NOT_ALLOWED(405),
    NOT_ACCEPTABLE(406),
    REQUEST_IN_PROGRESS(409),
    STALE(412),
    TOO_LARGE(413),
    UNSUPPORTED_MEDIA_TYPE(415),
    WRONG_PLACEMENT(421),
    INVALID_FIELD(422),
    REQUEST_KEY_REUSED(422),
    PRECONDITION_REQUIRED(428),
    INTERNAL(500),
    NOT_READY(503);

    private final int status;

    PlatformProblem(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }

    /** The kind that says most about a bare status. */
    public static PlatformProblem forStatus(int status) {
        return switch (status) {
            case 400, 501, 505 -> MALFORMED_REQUEST; // Tomcat's words for an unknown coding and an unknown version
            case 401 -> UNAUTHENTICATED;
            case 403 -> FORBIDDEN;
            case 404 -> NOT_FOUND;
            case 405 -> METHOD_NOT_ALLOWED;
            case 406 -> NOT_ACCEPTABLE;
            case 413 -> TOO_LARGE;
            case 415 -> UNSUPPORTED_MEDIA_TYPE;
            case 503 -> NOT_READY;
            default -> status < 500 ? INVALID_PARAMETER : INTERNAL;
        };
    }
}
