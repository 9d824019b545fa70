package io.motcua.local.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import io.motcua.local.secrets.RegisterSecrets.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegisterSecretsTests {

    @TempDir
    Path folder;

    @Test
    void a_secret_is_made_once_and_its_hash_entered() throws IOException {
        var register = new RegisterSecrets(folder);
        var secret = register.secret(Kind.PLACEMENT, "H37");
        assertThat(register.secret(Kind.PLACEMENT, "H37")).isEqualTo(secret).hasSize(43);
        assertThat(register.secret(Kind.READER, "H37")).isNotEqualTo(secret);

        assertThat(Files.readString(register.credentials()))
                .doesNotContain(secret)
                .endsWith("\n");
        assertThat(Files.readAllLines(register.credentials()))
                .satisfiesExactly(
                        it -> assertThat(it).matches("placement H37 [0-9a-f]{64}"),
                        it -> assertThat(it).matches("reader H37 [0-9a-f]{64}"));
        try (var files = Files.list(folder)) {
            assertThat(files)
                    .hasSize(3)
                    .allSatisfy(it -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(it)))
                            .isEqualTo("rw-------"));
        }
    }

    @Test
    void what_others_have_entered_stays() throws IOException {
        var register = new RegisterSecrets(folder);
        register.secret(Kind.PLACEMENT, "H3");
        Files.writeString(register.credentials(), "placement H37 by-hand\n", StandardOpenOption.APPEND);
        register.secret(Kind.PLACEMENT, "H12");
        register.revoke(Kind.PLACEMENT, "H3");
        assertThat(Files.readAllLines(register.credentials()))
                .satisfiesExactly(
                        it -> assertThat(it).isEqualTo("placement H37 by-hand"),
                        it -> assertThat(it).startsWith("placement H12 "));
    }

    @Test
    void a_lost_secret_is_replaced_and_the_old_one_no_longer_holds() throws IOException {
        var register = new RegisterSecrets(folder);
        var lost = register.secret(Kind.PLACEMENT, "H37");
        var before = Files.readString(register.credentials());
        Files.delete(folder.resolve("register-placement-H37"));
        assertThat(register.secret(Kind.PLACEMENT, "H37")).isNotEqualTo(lost);
        assertThat(Files.readAllLines(register.credentials())).hasSize(1).doesNotContain(before.strip());
    }
}
