package io.motcua.events;

import java.util.Map;
import java.util.Objects;

/**
 * Who is to be told of an event, without saying who it is.
 *
 * @param person the opaque person key
 * @param language {@code vi} or {@code en}
 * @param contact the address to write to, as one JWE (RFC 7516) by name of the service that may read it, of the JSON {@code {"email": …, "phone": …}}
 */
public record Recipient(String person, String language, Map<String, String> contact) {

    public Recipient {
        Objects.requireNonNull(person, "person");
        Objects.requireNonNull(language, "language");
        contact = Map.copyOf(contact);
    }
}
