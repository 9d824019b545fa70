package io.motcua.gateway.apps;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A key of an app, as it is stored.
 *
 * @param id part of the key's text, so that whoever finds one can say which it is
 * @param hash of the whole text; the text itself is known to nobody here
 * @param revoked null while it was not
 */
public record ApiKey(
        String id,
        String hash,
        Instant created,
        Instant expires,
        @Nullable Instant revoked) {

    /** Whether it may still open a door. */
    public boolean alive(Instant now) {
        return revoked == null && now.isBefore(expires);
    }

    ApiKey revokedAt(Instant now) {
        return revoked == null ? new ApiKey(id, hash, created, expires, now) : this;
    }
}
