package io.motcua.platform.openapi;

import io.motcua.platform.requests.IfMatch;
import io.motcua.platform.security.Access;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import org.springframework.web.method.HandlerMethod;

/** The statuses with which the platform or the gateway may refuse, and which operations may meet them. */
enum Refusal {
    BAD_REQUEST(400, "A header, a parameter or the body cannot be read", Where.ANYWHERE),
    UNAUTHENTICATED(401, "Nobody is signed in, or the token does not hold", Where.ANYWHERE),
    FORBIDDEN(403, "The caller has no role that allows this", Where.CLOSED),
    NOT_FOUND(404, "There is no such thing, or not for this caller", Where.ADDRESSED),
    METHOD_NOT_ALLOWED(405, "This address does not know this method", Where.BESIDE),
    NOT_ACCEPTABLE(406, "The answer cannot be had in the media type that is asked for", Where.ANYWHERE),
    TOO_SLOW(408, "The body came too slowly: nothing of it took effect", Where.WITH_BODY),
    CONFLICT(409, "What is there does not allow this now, or the same request is still under way", Where.DECIDING),
    GONE(410, "It is gone: the agency has left the platform, or what is asked for was erased", Where.ABOUT_AN_AGENCY),
    STALE(412, "It has changed since the caller saw it", Where.CONDITIONAL),
    TOO_LARGE(413, "The body is too large", Where.WITH_BODY),
    UNSUPPORTED(415, "The body has a media type that is not taken here", Where.WITH_BODY),
    WRONG_PLACEMENT(421, "The agency is not served here", Where.OF_AN_AGENCY),
    INVALID(422, "The body can be read, but says what cannot be; errors name the fields", Where.DECIDING),
    PRECONDITION_REQUIRED(428, "If-Match is missing", Where.CONDITIONAL),
    TOO_MANY(429, "The client or the agency asks too often", Where.ANYWHERE),
    INTERNAL(500, "An error of ours: nothing is half-written", Where.ANYWHERE),
    BROKEN_ANSWER(502, "The service's answer broke off: what was asked may have taken effect", Where.ANYWHERE),
    UNAVAILABLE(503, "The service is not there, or has too much to do: nothing was done", Where.ANYWHERE),
    TIMEOUT(504, "The service did not answer in time: what was asked may take effect", Where.ANYWHERE);

    private final int status;
    private final String description;
    private final Where where;

    Refusal(int status, String description, Where where) {
        this.status = status;
        this.description = description;
        this.where = where;
    }

    private enum Where {
        ANYWHERE,
        CLOSED,
        ADDRESSED,
        OF_AN_AGENCY,
        /** Or of a dossier code, in which an agency is. */
        ABOUT_AN_AGENCY,
        WITH_BODY,
        CONDITIONAL,
        DECIDING,
        /** What has an operation never meets it. */
        BESIDE
    }

    boolean mayMeet(Operation operation, HandlerMethod method) {
        return switch (where) {
            case ANYWHERE -> true;
            case CLOSED -> {
                var access = Access.Of.handler(method);
                yield access == null || access.value() != Access.Who.ANYONE;
            }
            case ADDRESSED -> hasInPath(operation, "");
            case OF_AN_AGENCY -> hasInPath(operation, "agency");
            case ABOUT_AN_AGENCY -> hasInPath(operation, "agency") || hasInPath(operation, "code");
            case WITH_BODY -> operation.getRequestBody() != null || Conventions.isKeyed(method);
            case CONDITIONAL -> Conventions.takes(method, IfMatch.class);
            case DECIDING ->
                operation.getRequestBody() != null
                        || Conventions.isKeyed(method)
                        || Conventions.takes(method, IfMatch.class);
            case BESIDE -> false;
        };
    }

    /** @param name of the variable, empty for any */
    private static boolean hasInPath(Operation operation, String name) {
        return operation.getParameters() != null
                && operation.getParameters().stream()
                        .anyMatch(it -> "path".equals(it.getIn()) && (name.isEmpty() || name.equals(it.getName())));
    }

    String code() {
        return Integer.toString(status);
    }

    String component() {
        return Conventions.PROBLEM + status;
    }

    ApiResponse reference() {
        return new ApiResponse().$ref("#/components/responses/" + component());
    }

    /** A problem (RFC 9457), in the language of {@code Accept-Language}. */
    ApiResponse response() {
        var response = new ApiResponse()
                .description(description)
                .content(new Content()
                        .addMediaType(
                                "application/problem+json",
                                new MediaType()
                                        .schema(new Schema<>().$ref("#/components/schemas/" + Conventions.PROBLEM))));
        if (status == 429 || status == 503) {
            response.addHeaderObject(
                    "Retry-After", new Header().description("seconds").schema(new IntegerSchema()));
        }
        return response;
    }
}
