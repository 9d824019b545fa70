package io.motcua.catalog.imports;

import java.util.List;

/**
 * One thing wrong with what somebody handed in.
 *
 * @param field the path within the row, such as {@code eligibility/reasonCode}
 * @param code stable, lower case with dashes; its sentence is {@code field.<code>} in the message bundle
 * @param args for the sentence
 */
public record Flaw(String field, String code, List<Object> args) {

    public static final String REQUIRED = "required";
    public static final String FORMAT = "format";
    public static final String UNKNOWN_FIELD = "unknown-field";
    public static final String UNKNOWN_VALUE = "unknown-value";
    public static final String UNKNOWN_AGENCY = "unknown-agency";
    public static final String MALFORMED = "malformed";
    public static final String DUPLICATE = "duplicate";
    public static final String PERIOD = "period";

    public Flaw {
        args = List.copyOf(args);
    }

    public Flaw(String field, String code, Object... args) {
        this(field, code, List.of(args));
    }

    /** As the pointer of RFC 6901 that an HTTP problem names it by. */
    public String pointer() {
        return "/" + field;
    }
}
