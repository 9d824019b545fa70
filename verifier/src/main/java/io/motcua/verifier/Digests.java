package io.motcua.verifier;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import org.erdtman.jcs.JsonCanonicalizer;
import tools.jackson.databind.json.JsonMapper;

/** SHA-256 as lower-case hex, of texts, of canonical JSON (RFC 8785), and of the nodes of a Merkle tree (RFC 9162). */
final class Digests {

    static final JsonMapper JSON = JsonMapper.builder().build();

    private static final byte[] LEAF = {0};
    private static final byte[] NODE = {1};

    private Digests() {}

    static String of(String text) {
        return of(utf8(text));
    }

    static String ofJson(Map<String, ?> value) {
        return of(canonical(JSON.writeValueAsString(value)));
    }

    static String salted(String salt, String json) {
        return of(HexFormat.of().parseHex(salt), utf8(canonical(json)));
    }

    static String leaf(Map<String, ?> value) {
        return of(LEAF, utf8(canonical(JSON.writeValueAsString(value))));
    }

    static String node(String left, String right) {
        return of(NODE, HexFormat.of().parseHex(left), HexFormat.of().parseHex(right));
    }

    private static String of(byte[]... parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var part : parts) {
                digest.update(part);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    private static String canonical(String json) {
        try {
            return new JsonCanonicalizer(json).getEncodedString();
        } catch (IOException e) {
            throw new Unreadable("not JSON: " + e.getMessage());
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
