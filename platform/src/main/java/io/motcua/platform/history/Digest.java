package io.motcua.platform.history;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256, as text. */
public final class Digest {

    private static final char[] ALPHABET = "abcdefghijklmnopqrstuvwxyz234567".toCharArray();

    private Digest() {}

    /** Lower-case hex of the digest of the parts, one after the other. */
    public static String sha256(byte[]... parts) {
        return HexFormat.of().formatHex(bytes(parts));
    }

    public static String sha256(String text) {
        return sha256(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The first 130 bits of the digest of the parts, in 26 base32 characters; the parts are kept apart by a NUL. */
    public static String shortId(String... parts) {
        return base32(bytes(String.join("\0", parts).getBytes(StandardCharsets.UTF_8)));
    }

    /** The first 130 bits in 26 characters of the alphabet of RFC 4648, in lower case. */
    public static String base32(byte[] digest) {
        var text = new StringBuilder(26);
        for (int i = 0; i < 26; i++) {
            int bit = i * 5;
            int window = (digest[bit / 8] & 0xff) << 8 | (digest[bit / 8 + 1] & 0xff);
            text.append(ALPHABET[window >> (11 - bit % 8) & 31]);
        }
        return text.toString();
    }

    private static byte[] bytes(byte[]... parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
