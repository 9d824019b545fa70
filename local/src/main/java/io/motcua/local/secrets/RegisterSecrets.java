package io.motcua.local.secrets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The credentials of this machine's register of instances: a secret each in a file of its own, and the hashes of all in the
 * file that discovery reads, again whenever it changes.
 */
public final class RegisterSecrets {

    /** What a credential is for, in the words of discovery's file. */
    public enum Kind {
        PLACEMENT("placement"),
        READER("reader");

        private final String word;

        Kind(String word) {
            this.word = word;
        }
    }

    private final Path folder;

    /** @param folder that its owner alone may read */
    RegisterSecrets(Path folder) {
        this.folder = folder;
    }

    /** The file with the hashes, one line a credential. */
    public Path credentials() {
        return folder.resolve("register-credentials");
    }

    /**
     * The secret of this name, made and entered if it is missing.
     *
     * @param limits in the words of discovery's file: {@code services=…}, {@code addresses=…}
     */
    public String secret(Kind kind, String name, String... limits) {
        try {
            Path file = file(kind, name);
            if (!Files.exists(file)) {
                SecretFile.write(file, SecretFile.random());
            }
            String secret = Files.readString(file).strip();
            String line = Stream.concat(Stream.of(kind.word, name, hash(secret)), Stream.of(limits))
                    .collect(Collectors.joining(" "));
            String known = Files.exists(credentials()) ? Files.readString(credentials()) : "";
            if (known.lines().noneMatch(line::equals)) {
                SecretFile.write(credentials(), without(known, kind, name) + line);
            }
            return secret;
        } catch (IOException e) {
            throw new UncheckedIOException("The register's credentials could not be written to " + folder, e);
        }
    }

    /** Within a second the register lets it do nothing any more. */
    public void revoke(Kind kind, String name) {
        try {
            if (Files.exists(credentials())) {
                SecretFile.write(
                        credentials(),
                        without(Files.readString(credentials()), kind, name).stripTrailing());
            }
            Files.deleteIfExists(file(kind, name));
        } catch (IOException e) {
            throw new UncheckedIOException("The register's credentials could not be written to " + folder, e);
        }
    }

    private Path file(Kind kind, String name) {
        return folder.resolve("register-" + kind.word + "-" + name);
    }

    private static String without(String text, Kind kind, String name) {
        var others = new StringBuilder();
        text.lines()
                .filter(it -> !it.startsWith(kind.word + " " + name + " "))
                .forEach(it -> others.append(it).append('\n'));
        return others.toString();
    }

    private static String hash(String secret) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
