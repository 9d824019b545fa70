package io.motcua.local.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.motcua.local.FakeChild;
import io.motcua.local.failure.Failure;
import io.motcua.local.layout.Component;
import io.motcua.local.processes.Backoff;
import io.motcua.local.processes.PidFiles;
import io.motcua.local.supervision.ChildReport;
import io.motcua.local.supervision.ChildSpec;
import io.motcua.local.supervision.ChildState;
import io.motcua.local.supervision.Launch;
import io.motcua.local.supervision.ReadyLine;
import io.motcua.local.supervision.Supervisor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class ControlTests {

    private static final String DEEP = "a-folder-that-is-deeper-than-a-socket-path-may-be-long/";

    @TempDir
    Path folder;

    private Path file;
    private Supervisor supervisor;
    private ControlServer server;

    @BeforeEach
    void listen() throws IOException {
        file = Files.createDirectories(folder.resolve(DEEP.repeat(3))).resolve("control.json");
        supervisor = new Supervisor(
                List.of(instance("gateway")),
                this::log,
                new PidFiles(folder.resolve("pids")),
                Backoff.STANDARD,
                Duration.ofSeconds(5));
        supervisor.begin();
        server = ControlServer.listen(
                file, supervisor, agency -> List.of(instance("dossier-service-" + agency)), () -> {});
    }

    private ChildSpec instance(String name) {
        return new ChildSpec(
                name, false, Set.of(), _ -> new Launch(FakeChild.command("serve"), Map.of()), new ReadyLine(log(name)));
    }

    private Path log(String name) {
        return folder.resolve(name + ".log");
    }

    @AfterEach
    void end() {
        supervisor.shutdown();
        server.close();
    }

    @Test
    void reports_stops_and_starts_over_the_wire() {
        var control = Control.connect(file).orElseThrow();
        await().atMost(Duration.ofSeconds(30)).until(() -> state(control) == ChildState.HEALTHY);
        control.stop(Component.GATEWAY, true);
        assertThat(state(control)).isEqualTo(ChildState.STOPPED);
        control.start(Component.GATEWAY);
        await().atMost(Duration.ofSeconds(30)).until(() -> state(control) == ChildState.HEALTHY);
        assertThat(control.pid()).isEqualTo(ProcessHandle.current().pid());
    }

    @Test
    void an_agencys_own_instances_come_and_go_while_the_others_run() {
        var control = Control.connect(file).orElseThrow();
        control.enlist("H99");
        control.enlist("H99"); // repeated after an interruption
        await().atMost(Duration.ofSeconds(30))
                .until(() -> control.report().stream().allMatch(it -> it.state() == ChildState.HEALTHY));
        assertThat(control.report()).extracting(ChildReport::name).containsExactly("gateway", "dossier-service-H99");
        var own = ProcessHandle.of(control.report().getLast().pid()).orElseThrow();

        control.dismiss("H99");
        control.dismiss("H99");

        assertThat(own.isAlive()).isFalse();
        assertThat(control.report()).extracting(ChildReport::name).containsExactly("gateway");
        assertThat(state(control)).isEqualTo(ChildState.HEALTHY);
    }

    @Test
    void a_refusal_arrives_as_it_was_said() {
        var control = Control.connect(file).orElseThrow();
        assertThatThrownBy(() -> control.stop(Component.KAFKA, false))
                .isInstanceOf(Failure.class)
                .hasMessage("kafka does not run here");
    }

    @Test
    void who_cannot_read_the_control_file_is_refused() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        var json = JsonMapper.builder().build();
        var known = json.readValue(file.toFile(), ControlFile.class);
        Path guessed = folder.resolve("guessed.json");
        json.writeValue(guessed.toFile(), new ControlFile(known.port(), "guess", known.pid()));
        assertThatThrownBy(() -> Control.connect(guessed))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("secret");
    }

    @Test
    void nobody_there_is_not_an_error() {
        awaitChild();
        server.close();
        assertThat(Control.connect(file)).isEmpty();
    }

    @Test
    void a_file_that_a_killed_supervisor_left_means_nobody() throws IOException {
        Path left = folder.resolve("left.json");
        Files.copy(file, left);
        awaitChild();
        server.close();
        assertThat(Control.connect(left)).isEmpty();
    }

    /** A process that is being started holds all that its parent has open, this port among it, until it closes it. */
    private void awaitChild() {
        var control = Control.connect(file).orElseThrow();
        await().atMost(Duration.ofSeconds(30)).until(() -> state(control) == ChildState.HEALTHY);
    }

    private static ChildState state(Control control) {
        return control.report().getFirst().state();
    }
}
