package io.motcua.platform.problems;

import jakarta.validation.ConstraintViolation;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** What is wrong with a body, whoever has read it. */
public final class Faults {

    private Faults() {}

    /** @param at where in the request the body stands that cannot be read, as a JSON pointer */
    public static Problem unreadable(@Nullable Throwable cause, String at) {
        return switch (cause) {
            case UnrecognizedPropertyException unknown ->
                new Problem(PlatformProblem.UNKNOWN_FIELD, unknown.getPropertyName())
                        .at(at + pointer(unknown), "unknown");
            case DatabindException mismatch ->
                new Problem(PlatformProblem.MALFORMED_BODY).at(at + pointer(mismatch), "type");
            case null, default -> new Problem(PlatformProblem.MALFORMED_BODY);
        };
    }

    /** @param at where in the request the body stands that breaks the constraints, as a JSON pointer */
    public static Problem violated(Collection<? extends ConstraintViolation<?>> violations, String at) {
        var problem = new Problem(PlatformProblem.INVALID_FIELD);
        for (var it : violations) {
            var annotation = it.getConstraintDescriptor().getAnnotation().annotationType();
            problem.said(
                    at + pointer(it.getPropertyPath().toString()), code(annotation.getSimpleName()), it.getMessage());
        }
        return problem;
    }

    /** {@code applicant.names[0]} as {@code /applicant/names/0}. */
    static String pointer(String path) {
        return "/" + path.replace("[", "/").replace("]", "").replace('.', '/');
    }

    static String code(@Nullable String constraint) {
        return constraint == null
                ? "invalid"
                : constraint.replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }

    private static String pointer(JacksonException e) {
        return e.getPath().stream()
                .map(it -> "/" + (it.getPropertyName() == null ? it.getIndex() : it.getPropertyName()))
                .collect(Collectors.joining());
    }
}
