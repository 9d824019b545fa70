package io.motcua.local.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.motcua.local.failure.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallationTests {

    @TempDir
    Path folder;

    private Path own;
    private Path library;
    private Installation installation;

    @BeforeEach
    void built() throws IOException {
        Path target =
                Files.createDirectories(folder.resolve("embedded/target/lib")).getParent();
        own = jar(target.resolve("embedded-1.jar"), "one");
        library = jar(target.resolve("lib/library.jar"), "two");
        jar(target.resolve("embedded-1-tests.jar"), "not this");
        installation = new Installation(folder.resolve("run"), Jvm.ofLauncher());
    }

    @Test
    void lays_a_build_out_once() throws Exception {
        Path place = installation.of(part());
        assertThat(place.getFileName().toString()).matches("embedded-[0-9a-f]{12}");
        assertThat(place.resolve("library.jar")).exists();
        Path trained = Files.writeString(place.resolve("store.aot"), "cache");
        Files.setLastModifiedTime(own, FileTime.fromMillis(0)); // built again, with the same outcome
        assertThat(installation.of(part())).isEqualTo(place);
        assertThat(trained).exists();
    }

    @Test
    void a_changed_build_replaces_the_older_one_with_its_caches() throws Exception {
        Path older = installation.of(part());
        jar(library, "changed");
        Path newer = installation.of(part());
        assertThat(newer).isNotEqualTo(older).isDirectory();
        assertThat(older).doesNotExist();
        try (var left = Files.list(folder.resolve("run"))) {
            assertThat(left).containsExactly(newer);
        }
    }

    @Test
    void the_class_path_names_the_copies_in_a_fixed_order() throws Exception {
        Path place = installation.of(part());
        assertThat(part().program(place))
                .containsExactly(
                        "-cp", place.resolve("embedded-1.jar") + ":" + place.resolve("library.jar"), "some.Main");
    }

    @Test
    void what_is_not_built_is_said_so() {
        assertThatThrownBy(() -> BootPart.ofModule(folder, "gateway"))
                .isInstanceOf(Failure.class)
                .hasMessage("gateway is not built; run ./mvnw -DskipTests package");
    }

    private ClassPathPart part() {
        return ClassPathPart.embedded(folder, "some.Main");
    }

    private static Path jar(Path file, String content) throws IOException {
        try (var jar = new JarOutputStream(Files.newOutputStream(file))) {
            for (String name : List.of("a", "b")) {
                jar.putNextEntry(new JarEntry(name));
                jar.write(content.getBytes());
                jar.closeEntry();
            }
        }
        return file;
    }
}
