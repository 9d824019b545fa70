package io.motcua.platform.consumption;

import org.jspecify.annotations.Nullable;

/** A record that can never succeed: unreadable, or against its schema. An outage is no reason for this. */
public final class UnacceptableEvent extends RuntimeException {

    private static final long serialVersionUID = 1;

    public UnacceptableEvent(String reason, @Nullable Throwable cause) {
        super(reason, cause);
    }
}
