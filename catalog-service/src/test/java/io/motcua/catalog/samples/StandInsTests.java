package io.motcua.catalog.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

class StandInsTests {

    @Test
    void the_committed_file_is_as_its_generator_writes_it() throws IOException {
        if (Boolean.getBoolean("samples.write")) {
            StandIns.write();
        }
        assertThat(Files.readString(StandIns.FILE)).isEqualTo(StandIns.csv());
    }
}
