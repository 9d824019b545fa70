package io.motcua.local.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DevSecretsTests {

    @TempDir
    Path folder;

    @Test
    void give_the_recipient_its_private_key_and_the_others_the_public_one() {
        var secrets = DevSecrets.in(folder);
        JsonNode own = onlyKey(secrets.envelopeKeysFor("notification-service"));
        JsonNode others = onlyKey(secrets.envelopeKeysFor("dossier-service"));
        assertThat(own.path("d").asString()).hasSize(43);
        assertThat(others.has("d")).isFalse();
        assertThat(others.path("kid").asString()).isEqualTo("notification-service");
        assertThat(others.path("crv").asString()).isEqualTo("P-256");
        assertThat(others.path("x")).isEqualTo(own.path("x"));
        assertThat(others.path("y")).isEqualTo(own.path("y"));
    }

    @Test
    void stay_the_same_because_yesterdays_data_is_sealed_with_them() throws IOException {
        var first = DevSecrets.in(folder);
        String secret = first.personSecret();
        byte[] keys = Files.readAllBytes(first.envelopeKeysFor("notification-service"));
        var second = DevSecrets.in(folder);
        assertThat(second.personSecret()).isEqualTo(secret).hasSize(43);
        assertThat(Files.readAllBytes(second.envelopeKeysFor("notification-service")))
                .isEqualTo(keys);
    }

    @Test
    void are_for_their_owner_only() throws IOException {
        DevSecrets.in(folder);
        try (var files = Files.list(folder)) {
            assertThat(files)
                    .hasSize(5)
                    .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .isEqualTo("rw-------"));
        }
    }

    @Test
    void a_signing_key_is_made_once_for_each_agency_and_for_its_owner_only() throws Exception {
        var secrets = DevSecrets.in(folder);
        var keys = secrets.signingKeys("H37");
        byte[] first = Files.readAllBytes(keys.resolve("H37.p12"));
        assertThat(Files.readAllBytes(secrets.signingKeys("H37").resolve("H37.p12")))
                .isEqualTo(first);

        var store = KeyStore.getInstance(
                keys.resolve("H37.p12").toFile(),
                Files.readString(keys.resolve("H37.password")).strip().toCharArray());

        assertThat(store.isKeyEntry("signature")).isTrue();
        for (var file : List.of(keys.resolve("H37.p12"), keys.resolve("H37.password"))) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
    }

    private static JsonNode onlyKey(Path file) {
        JsonNode keys = JsonMapper.builder().build().readTree(file.toFile()).path("keys");
        assertThat(keys).hasSize(1);
        return keys.path(0);
    }
}
