package io.motcua.platform.testing.access;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How an operation is asked when only the door matters: well enough that nothing but access is in question, and without
 * doing harm.
 *
 * @param query of the address, without the question mark
 * @param body as {@code Api} takes it
 */
public record Probe(
        String query, Map<String, String> headers, @Nullable Object body) {

    public Probe {
        headers = Map.copyOf(headers);
    }

    public Probe query(String other) {
        return new Probe(other, headers, body);
    }

    public Probe header(String name, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Probe(query, more, body);
    }

    public Probe body(String mediaType, Object other) {
        return new Probe(query, headers, other).header("Content-Type", mediaType);
    }

    public Probe body(Object other) {
        return new Probe(query, headers, other);
    }
}
