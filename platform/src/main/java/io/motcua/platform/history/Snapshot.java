package io.motcua.platform.history;

import java.time.Instant;

/**
 * An aggregate as read, without its history.
 *
 * @param revision what callers see as {@code ETag}: moved by changes that make an earlier reading stale
 * @param version moved by every write; internal
 * @param seq the number of the last history entry
 */
public record Snapshot<S>(
        String id,
        String agency,
        long revision,
        long version,
        long seq,
        S state,
        Instant createdAt,
        Instant updatedAt) {}
