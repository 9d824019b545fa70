package io.motcua.platform.problems;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A refusal with its reason; at the edge it becomes an RFC 9457 problem in the caller's language. */
public final class Problem extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient ProblemKind kind;
    private final transient Object[] arguments;
    private final transient List<FieldFault> faults = new ArrayList<>();
    private final transient Map<String, Object> members = new LinkedHashMap<>();
    private final transient Map<String, String> headers = new LinkedHashMap<>();
    private transient @Nullable Duration retryAfter;

    /**
     * What is wrong with one field.
     *
     * @param pointer JSON pointer (RFC 6901) into the request body, or the name of a parameter
     * @param code stable; the text is {@code field.<code>} of the bundle
     * @param detail a text that is already in the caller's language, or null
     */
    record FieldFault(
            String pointer,
            String code,
            Object[] arguments,
            @Nullable String detail) {}

    public Problem(ProblemKind kind, Object... arguments) {
        super(kind.slug());
        this.kind = kind;
        this.arguments = arguments;
    }

    /** Adds what is wrong with a field. */
    public Problem at(String pointer, String code, Object... args) {
        faults.add(new FieldFault(pointer, code, args, null));
        return this;
    }

    Problem said(String pointer, String code, String detail) {
        faults.add(new FieldFault(pointer, code, new Object[0], detail));
        return this;
    }

    /** Adds a member of its own to the problem, for programs; people read the detail. */
    public Problem with(String member, @Nullable Object value) {
        if (value != null) {
            members.put(member, value);
        }
        return this;
    }

    /** Adds header fields to the answer. */
    public Problem headers(Map<String, String> fields) {
        headers.putAll(fields);
        return this;
    }

    public Problem retryAfter(Duration pause) {
        retryAfter = pause;
        return this;
    }

    public ProblemKind kind() {
        return kind;
    }

    Object[] arguments() {
        return arguments;
    }

    List<FieldFault> faults() {
        return faults;
    }

    Map<String, Object> members() {
        return members;
    }

    Map<String, String> headers() {
        return headers;
    }

    @Nullable
    Duration retryAfter() {
        return retryAfter;
    }
}
