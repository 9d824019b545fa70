package io.motcua.dossier.proof;

import io.motcua.platform.anchors.Inclusion;
import io.motcua.platform.history.Actor;
import io.motcua.platform.history.Audience;
import io.motcua.platform.history.Entry;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A dossier's history with all that is needed to check it without us. Entries that are not for the reader show their digest
 * alone.
 *
 * @param format {@code motcua-proof/1}
 * @param aggregate the dossier's id, from which the chain starts
 * @param keys the public halves of the keys that sign anchors, as a JWK set: a reader who does not trust the sender gets
 *     them elsewhere
 */
public record Proof(
        String format,
        String aggregate,
        String agency,
        @Nullable String code,
        Instant exportedAt,
        List<Link> entries,
        List<Covering> anchors,
        Map<String, Object> keys) {

    public static final String FORMAT = "motcua-proof/1";

    /**
     * An entry of the chain.
     *
     * @param digest what the entry says, in SHA-256; the fields behind {@code hash} are what it was made of, absent if they are
     *     not for the reader
     * @param data absent, like {@code salt}, once it has been erased
     */
    public record Link(
            long seq,
            String digest,
            String hash,
            @Nullable String type,
            @Nullable Instant at,
            @Nullable Actor actor,
            @Nullable Audience audience,
            @Nullable JsonNode data,
            @Nullable String salt,
            @Nullable String dataHash,
            @Nullable String stateHash) {

        static Link of(Entry it, Set<Audience> audiences) {
            return audiences.contains(it.audience())
                    ? new Link(
                            it.seq(),
                            it.digest(),
                            it.hash(),
                            it.type(),
                            it.at(),
                            it.actor(),
                            it.audience(),
                            it.data(),
                            it.salt(),
                            it.dataHash(),
                            it.stateHash())
                    : new Link(it.seq(), it.digest(), it.hash(), null, null, null, null, null, null, null, null);
        }
    }

    /**
     * That an anchor covers the history.
     *
     * @param jws the anchor, as it has been published
     * @param seq the entry with which it covers it
     * @param index the history's place among the anchor's leaves
     * @param path from there to the root (RFC 9162 §2.1.3), nearest first, lower-case hex
     */
    public record Covering(String jws, long seq, int index, List<String> path) {

        static Covering of(Inclusion it) {
            return new Covering(it.anchor().jws(), it.seq(), it.index(), it.path());
        }
    }
}
