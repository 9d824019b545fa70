package io.motcua.local.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.motcua.local.failure.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataOwnerTests {

    private static final DataOwner EMBEDDED = DataOwner.of(Map.of());
    private static final DataOwner OWN = DataOwner.of(Map.of("MONGODB_URI", "mongodb://me:secret@db.test:27017/"));

    @TempDir
    Path folder;

    @Test
    void the_first_to_fill_it_keeps_it() {
        var data = folder.resolve("data");
        OWN.claim(data);
        assertThatCode(() -> OWN.claim(data)).doesNotThrowAnyException();
        assertThatThrownBy(() -> EMBEDDED.claim(data))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("belongs to the store mongodb://db.test:27017/, broker embedded")
                .hasMessageContaining("--fresh");
    }

    @Test
    void no_password_is_written_down() throws IOException {
        OWN.claim(folder);
        assertThat(Files.readString(folder.resolve("belongs-to"))).doesNotContain("secret", "me:");
    }
}
