package io.motcua.dossier.uploads;

import io.motcua.dossier.DossierProblem;
import io.motcua.platform.problems.Problem;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** What the sender says the digest of one request's bytes is. */
public record Checksum(String algorithm, byte[] digest) {

    private static final SequencedMap<String, String> ALGORITHMS =
            new LinkedHashMap<>(Map.of("sha1", "SHA-1", "sha256", "SHA-256", "md5", "MD5"));

    /** As tus names them. */
    public static String algorithms() {
        return String.join(",", ALGORITHMS.keySet().stream().sorted().toList());
    }

    /** @throws Problem 400 if it names no algorithm that is known here, or no digest */
    public static @Nullable Checksum parse(@Nullable String header) {
        if (header == null) {
            return null;
        }
        var parts = header.split(" ", 2);
        if (parts.length != 2 || !ALGORITHMS.containsKey(parts[0])) {
            throw new Problem(DossierProblem.CHECKSUM_UNREADABLE, algorithms());
        }
        try {
            return new Checksum(parts[0], Base64.getDecoder().decode(parts[1].strip()));
        } catch (IllegalArgumentException e) {
            throw new Problem(DossierProblem.CHECKSUM_UNREADABLE, algorithms());
        }
    }

    boolean fits(byte[] bytes) {
        try {
            var own = MessageDigest.getInstance(ALGORITHMS.get(algorithm)).digest(bytes);
            return MessageDigest.isEqual(own, digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has " + algorithm, e);
        }
    }
}
