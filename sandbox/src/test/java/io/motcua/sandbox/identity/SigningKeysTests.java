package io.motcua.sandbox.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.motcua.sandbox.RunningSandbox;
import io.motcua.sandbox.storage.DataFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

class SigningKeysTests {

    @TempDir
    Path data;

    @Test
    void tokens_and_key_set_outlive_a_restart() {
        String token;
        String keys;
        try (var before = RunningSandbox.on(data)) {
            token = new CodeFlow(before.browser())
                    .tokens("receptionist")
                    .path("access_token")
                    .asString();
            keys = before.browser().get("/oauth2/jwks").body();
        }
        try (var after = RunningSandbox.on(data)) {
            assertThat(after.browser().get("/oauth2/jwks").body())
                    .isEqualTo(keys)
                    .doesNotContain("\"d\"");
            var decoder = NimbusJwtDecoder.withJwkSetUri("http://127.0.0.1:" + after.port() + "/oauth2/jwks")
                    .build();
            assertThat(decoder.decode(token).getSubject()).isEqualTo("receptionist");
        }
    }

    @Test
    void the_private_key_is_for_its_owner_only() throws IOException {
        SigningKeys.loadOrCreate(new DataFolder(data));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("signing-keys.json"))))
                .isEqualTo("rw-------");
    }

    @Test
    void a_spoilt_key_file_says_what_to_do() throws IOException {
        Files.writeString(data.resolve("signing-keys.json"), "not json");
        assertThatIllegalStateException()
                .isThrownBy(() -> SigningKeys.loadOrCreate(new DataFolder(data)))
                .withMessageContaining("delete it to get new signing keys");
    }
}
