package io.motcua.platform.history;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;

/** The hash chain of a history: each entry's hash covers the one before it. */
public final class Chain {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Chain() {}

    /** What stands before the first entry of an aggregate. */
    public static String start(String aggregateId) {
        return Digest.sha256(aggregateId);
    }

    /** What an entry says, in one digest: who may not read the entry can check the chain by it all the same. */
    public static String digest(String type, Instant at, Actor actor, String dataHash, String stateHash) {
        return Digest.sha256(CanonicalJson.of(Map.of(
                "type", type,
                "at", at.toString(),
                "actor", Map.of("key", actor.key(), "role", actor.role()),
                "dataHash", dataHash,
                "stateHash", stateHash)));
    }

    /** The hash of an entry at its place. */
    public static String hash(String prev, long seq, String digest) {
        return Digest.sha256(CanonicalJson.of(Map.of("prev", prev, "seq", seq, "entry", digest)));
    }

    /** The digest of a text that says nothing about it once the salt is gone. */
    public static String salted(String salt, String text) {
        return Digest.sha256(HexFormat.of().parseHex(salt), text.getBytes(StandardCharsets.UTF_8));
    }

    static String newSalt() {
        var bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
