package io.motcua.platform.history;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One entry of a history. Its digest covers, in RFC 8785 canonical JSON, {@code type}, {@code at}, {@code actor}, the digest
 * of salt and data, and the digest of salt and state after the decision; its hash covers the digest, {@code prev} and
 * {@code seq}.
 *
 * @param seq counts from 1 within the aggregate
 * @param data what happened, or null once it has been erased
 * @param salt hex, or null once it has been erased
 * @param prev the hash of the entry before; of the first, SHA-256 of the aggregate's id
 */
public record Entry(
        long seq,
        String id,
        String type,
        Instant at,
        Actor actor,
        String cause,
        Audience audience,
        @Nullable JsonNode data,
        @Nullable String salt,
        String dataHash,
        String stateHash,
        String digest,
        String prev,
        String hash) {}
