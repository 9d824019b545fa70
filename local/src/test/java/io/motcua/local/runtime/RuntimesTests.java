package io.motcua.local.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.motcua.local.FakeChild;
import io.motcua.local.layout.Workspace;
import io.motcua.local.processes.PidFiles;
import io.motcua.local.supervision.Launch;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a real JVM that really trains a cache, of a program that is small enough for a test. */
class RuntimesTests {

    @TempDir
    Path folder;

    private Workspace workspace;
    private Path jar;

    @BeforeEach
    void a_program_is_built() throws Exception {
        workspace = new Workspace(folder);
        jar = Files.createDirectories(folder.resolve("build")).resolve("child.jar");
        String name = FakeChild.class.getName().replace('.', '/') + ".class";
        try (var out = new JarOutputStream(Files.newOutputStream(jar));
                var in = FakeChild.class.getClassLoader().getResourceAsStream(name)) {
            out.putNextEntry(new JarEntry(name));
            in.transferTo(out);
        }
    }

    @Test
    void trains_a_cache_once_and_starts_with_it() throws Exception {
        var said = new ArrayList<String>();
        var launch = ready("serve", said);
        assertThat(said).containsExactly("unpacking", "training its start-up cache, once per build");
        assertThat(launch.warning()).isEmpty();
        assertThat(launch.command())
                .anyMatch(it -> it.startsWith("-XX:AOTCache="))
                .contains("-Xmx64m");
        assertThat(launch.command()).endsWith(FakeChild.class.getName(), "serve");
        said.clear();
        assertThat(ready("serve", said)).isEqualTo(launch);
        assertThat(said).containsExactly("unpacking");
        assertThat(new PidFiles(workspace.pids()).alive()).isEmpty();
    }

    @Test
    void goes_without_a_cache_and_says_so_when_the_training_fails() throws Exception {
        var launch = ready("no.such.Main", "serve", new ArrayList<>());
        assertThat(launch.command()).noneMatch(it -> it.startsWith("-XX:AOTCache="));
        assertThat(launch.warning()).contains("training failed", "training-child");
        assertThat(workspace.log("training-child")).content().contains("no.such.Main");
    }

    private Launch ready(String manner, List<String> said) throws Exception {
        return ready(FakeChild.class.getName(), manner, said);
    }

    private Launch ready(String mainClass, String manner, List<String> said) throws Exception {
        var rehearsal = new ServerRehearsal(List.of(manner), folder.resolve("rehearsal"));
        return new Runtimes(workspace, new PidFiles(workspace.pids()))
                .ready(
                        "child",
                        new ClassPathPart("program", List.of(jar), mainClass),
                        64,
                        Map.of(),
                        List.of(manner),
                        () -> rehearsal,
                        said::add);
    }
}
