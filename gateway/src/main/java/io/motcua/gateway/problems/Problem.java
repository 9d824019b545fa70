package io.motcua.gateway.problems;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A refusal with its reason; at the edge it becomes an RFC 9457 problem in the caller's language. */
public final class Problem extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final GatewayProblem kind;
    private final transient List<Object> arguments;
    private final transient Map<String, Object> members = new LinkedHashMap<>();
    private @Nullable Duration retryAfter;

    public Problem(GatewayProblem kind, Object... arguments) {
        super(kind.slug());
        this.kind = kind;
        this.arguments = List.of(arguments);
    }

    /** Adds a member of its own to the problem, for programs; people read the detail. */
    public Problem with(String member, @Nullable Object value) {
        if (value != null) {
            members.put(member, value);
        }
        return this;
    }

    public Problem retryAfter(Duration pause) {
        retryAfter = pause;
        return this;
    }

    public GatewayProblem kind() {
        return kind;
    }

    Object[] arguments() {
        return arguments.toArray();
    }

    Map<String, Object> members() {
        return members;
    }

    @Nullable
    Duration retryAfter() {
        return retryAfter;
    }
}
