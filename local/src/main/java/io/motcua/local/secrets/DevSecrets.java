package io.motcua.local.secrets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.json.JsonMapper;

/**
 * What services share in secret on a development machine: made at the first {@code up}, kept afterwards, because the
 * data of yesterday is keyed and sealed with them. Readable by their owner only.
 */
public final class DevSecrets {

    /** The one service that may open the envelopes with people's addresses in them. */
    public static final String RECIPIENT = "notification-service";

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

    /** Who may do what at the register of instances. */
    public RegisterSecrets register() {
        return new RegisterSecrets(folder);
    }

    /** The key set for a service: with the private key if it is the recipient, else with public keys only. */
    public Path envelopeKeysFor(String service) {
        return service.equals(RECIPIENT) ? recipientKeys() : publicKeys();
    }

    /** The key set that signs the anchors of histories. */
    public Path anchorKeys() {
        return folder.resolve("anchors.jwks");
    }

    /** The keyset that seals personal data in the store. */
    public Path dataKeys() {
        return folder.resolve("data-keys.json");
    }

    /** The folder with the keys that sign results; one for this agency is made if it is missing. */
    public Path signingKeys(String agency) {
        return new SigningKeys(folder.resolve("signing")).with(agency);
    }

    private void ensure() throws IOException {
        if (!Files.exists(personSecretFile())) {
            SecretFile.write(personSecretFile(), SecretFile.random());
        }
        if (!Files.exists(dataKeys())) {
            SecretFile.write(dataKeys(), Keyset.generate());
        }
        if (!Files.exists(anchorKeys())) {
            var key = Jwk.generate("anchors-of-this-machine", "sig").withPrivatePart();
            SecretFile.write(anchorKeys(), JsonMapper.builder().build().writeValueAsString(Jwk.set(key)));
        }
        if (!Files.exists(recipientKeys()) || !Files.exists(publicKeys())) {
            var json = JsonMapper.builder().build();
            var key = Jwk.generate(RECIPIENT, "enc");
            SecretFile.write(publicKeys(), json.writeValueAsString(Jwk.set(key.publicPart())));
            SecretFile.write(recipientKeys(), json.writeValueAsString(Jwk.set(key.withPrivatePart())));
        }
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
