package io.motcua.platform.consumption;

import io.motcua.platform.history.Cause;
import java.time.Instant;

/**
 * The CloudEvents attributes of an event.
 *
 * @param id unique; the cause of what the event leads to
 * @param source the service that published it
 * @param type the stable token with its version
 * @param agency whose event it is
 * @param subject the aggregate that it is about
 * @param sequence counts the entries of that aggregate; a state with a lower one is older
 */
public record About(String id, String source, String type, String agency, String subject, long sequence, Instant time) {

    public Cause cause() {
        return Cause.event(id);
    }
}
