package io.motcua.local.secrets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import tools.jackson.databind.json.JsonMapper;

/**
 * What services share in secret on a development machine: made at the first {@code up}, kept afterwards, because the
 * data of yesterday is keyed and sealed with them. Readable by their owner only.
 */
public final class DevSecrets {

    /** The one service that may open the envelopes with people's addresses in them. */
    public static final String RECIPIENT = "notification-service";

    private static final int SECRET_BYTES = 32;

    private final Path folder;

    private DevSecrets(Path folder) {
        this.folder = folder;
    }

    /** Makes what is missing. */
    public static DevSecrets in(Path folder) {
        var secrets = new DevSecrets(folder);
        try {
            Files.createDirectories(folder);
            secrets.ensure();
        } catch (IOException e) {
            throw new UncheckedIOException("Keys could not be written to " + folder, e);
        }
        return secrets;
    }

    /** The key of the keyed hash that stands for a person. */
    public String personSecret() {
        try {
            return Files.readString(personSecretFile()).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The key set for a service: with the private key if it is the recipient, else with public keys only. */
    public Path envelopeKeysFor(String service) {
        return service.equals(RECIPIENT) ? recipientKeys() : publicKeys();
    }

    private void ensure() throws IOException {
        if (!Files.exists(personSecretFile())) {
            byte[] secret = new byte[SECRET_BYTES];
            new SecureRandom().nextBytes(secret);
            write(personSecretFile(), Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
        }
        if (!Files.exists(recipientKeys()) || !Files.exists(publicKeys())) {
            var json = JsonMapper.builder().build();
            var key = Jwk.generate(RECIPIENT);
            write(publicKeys(), json.writeValueAsString(Jwk.set(key.publicPart())));
            write(recipientKeys(), json.writeValueAsString(Jwk.set(key.withPrivatePart())));
        }
    }

    /** Through a file that nobody else could ever read, so that a crash leaves either nothing or all of it. */
    private void write(Path file, String content) throws IOException {
        var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        Path fresh = Files.createTempFile(folder, "new", ".tmp", owner);
        Files.write(fresh, (content + "\n").getBytes(StandardCharsets.UTF_8));
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private Path personSecretFile() {
        return folder.resolve("person-secret");
    }

    private Path recipientKeys() {
        return folder.resolve(RECIPIENT + ".jwks");
    }

    private Path publicKeys() {
        return folder.resolve("recipients.jwks");
    }
}
