package io.motcua.discovery;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who may do what here: a file that is read anew as it changes, so a credential is added by a line and revoked by removing it.
 * Secrets are random and long, so one SHA-256 of them is hash enough; a slow one would be worked out at every heartbeat.
 */
final class Credentials {

    /** So ends a secret that stands in the sources. */
    static final String PUBLIC = "for-development-only";

    private static final Logger log = LoggerFactory.getLogger(Credentials.class);

    private final Path file;
    private final long pause;
    private final boolean development;
    private String text;
    private long readAt;
    private List<Credential> all;

    /**
     * @param pause between two looks at the file
     * @param development whether a secret that everybody can read in the sources opens anything
     * @throws IllegalStateException if it cannot be read
     */
    Credentials(Path file, Duration pause, boolean development) {
        this.development = development;
        this.file = file;
        this.pause = pause.toNanos();
        try {
            text = Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(
                    "The register opens to holders of a credential only, and there is no file of"
                            + " them: set MOTCUA_REGISTER_CREDENTIALS",
                    e);
        }
        readAt = System.nanoTime();
        all = parse(text);
    }

    /** A name may have several secrets, while an old one is replaced by a new one. */
    Optional<Credential> find(String name, String secret) {
        if (secret.endsWith(PUBLIC) && !development) {
            log.warn(
                    "Refused {}: its secret is one that everybody can read in the sources",
                    name.strip().matches("[\\w.-]{1,64}") ? name : "somebody");
            return Optional.empty();
        }
        var hash = hash(secret);
        return current().stream()
                .filter(it -> it.name().equals(name))
                .filter(it -> MessageDigest.isEqual(it.hash().getBytes(StandardCharsets.US_ASCII), hash))
                .findFirst();
    }

    private synchronized List<Credential> current() {
        if (System.nanoTime() - readAt < pause) {
            return all;
        }
        readAt = System.nanoTime();
        try {
            var now = Files.readString(file);
            if (!now.equals(text)) {
                text = now;
                all = parse(now);
                log.info("The register's credentials have changed; there are {} now", all.size());
            }
        } catch (IOException e) {
            // Nobody means to revoke all credentials by taking the file away, and nobody could register any more.
            log.error("The file of credentials cannot be read; those of before go on", e);
        }
        return all;
    }

    /** What cannot be read grants nothing, and holds up nothing else. */
    private static List<Credential> parse(String text) {
        var credentials = new ArrayList<Credential>();
        int number = 0;
        for (var line : text.lines().toList()) {
            number++;
            if (line.isBlank() || line.strip().startsWith("#")) {
                continue;
            }
            try {
                credentials.add(Credential.of(line));
            } catch (IllegalArgumentException e) {
                log.error("Line {} of the file of credentials grants nothing: {}", number, e.getMessage());
            }
        }
        return List.copyOf(credentials);
    }

    private static byte[] hash(String secret) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).getBytes(StandardCharsets.US_ASCII);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
