package io.motcua.platform.consumption;

import io.motcua.platform.history.CanonicalJson;
import tools.jackson.core.JacksonException;

/** Reads payloads; what the record refuses is unacceptable. */
final class EventJson {

    private EventJson() {}

    static <T> T read(byte[] json, Class<T> payload, About about) {
        try {
            T event = CanonicalJson.MAPPER.readValue(json, payload);
            if (event == null) {
                throw new UnacceptableEvent(about.type() + " " + about.id() + " has no data", null);
            }
            return event;
        } catch (JacksonException e) {
            // The message may quote the data, which may be personal: only the place is told.
            throw new UnacceptableEvent(
                    about.type() + " " + about.id() + " is unreadable at " + e.getPathReference(), null);
        }
    }
}
