package io.motcua.events.dossier;

import io.motcua.events.EventType;
import io.motcua.events.Topics;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The histories of an agency's dossiers, as they were at the end of a day, have been bound by one signature. Whoever keeps
 * this can later tell whether a history has been rewritten; {@code docs/proof.md} says how.
 *
 * @param leaves how many histories are covered
 * @param root of the Merkle tree over them (RFC 9162), lower-case hex
 * @param previous SHA-256 of the {@code jws} of the agency's anchor before, absent from the first
 * @param jws all this, signed (RFC 7515, compact)
 */
public record HistoriesAnchored(
        String agency,
        LocalDate day,
        int leaves,
        String root,
        @Nullable String previous,
        String jws) {

    public static final EventType<HistoriesAnchored> TYPE =
            new EventType<>("io.motcua.dossier.histories-anchored.v1", Topics.DOSSIERS, HistoriesAnchored.class);

    public HistoriesAnchored {
        Objects.requireNonNull(agency, "agency");
        Objects.requireNonNull(day, "day");
        Objects.requireNonNull(root, "root");
        Objects.requireNonNull(jws, "jws");
        if (leaves < 1) {
            throw new IllegalArgumentException("leaves must be at least 1: " + leaves);
        }
    }
}
