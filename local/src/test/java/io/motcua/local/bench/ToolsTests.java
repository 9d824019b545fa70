package io.motcua.local.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ToolsTests {

    @TempDir
    Path folder;

    @Test
    void a_program_is_found_on_the_path() throws Exception {
        var program = Files.createFile(folder.resolve("measurer"));
        assertThat(program.toFile().setExecutable(true)).isTrue();
        assertThat(new Tools(Map.of("PATH", "/nowhere:" + folder)).require("measurer", "a-package"))
                .isEqualTo(program);
    }

    @Test
    void one_that_is_absent_is_told_with_the_package_that_brings_it() {
        assertThatThrownBy(() -> new Tools(Map.of("PATH", folder.toString())).require("measurer", "a-package"))
                .isInstanceOf(Unavailable.class)
                .hasMessage("not measured: measurer is not here (Debian's package a-package)");
    }
}
