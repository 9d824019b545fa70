package io.motcua.platform.requests;

import io.motcua.platform.problems.PlatformProblem;
import io.motcua.platform.problems.Problem;
import org.jspecify.annotations.Nullable;

/**
 * The revision on which the caller decides; a controller takes it as a parameter.
 *
 * @param revision from the header {@code If-Match}, or null without one
 */
public record IfMatch(@Nullable Long revision) {

    /** @throws Problem 428 if the caller has not said on which revision it decides */
    public long required() {
        if (revision == null) {
            throw new Problem(PlatformProblem.PRECONDITION_REQUIRED);
        }
        return revision;
    }

    /** Reads an entity tag as {@link ETags} writes it; {@code *} and weak tags say too little to decide on. */
    static IfMatch of(@Nullable String header) {
        if (header == null) {
            return new IfMatch(null);
        }
        if (!header.matches("\"\\d{1,18}\"")) {
            throw new Problem(PlatformProblem.INVALID_PARAMETER, "If-Match");
        }
        return new IfMatch(Long.valueOf(header.substring(1, header.length() - 1)));
    }
}
