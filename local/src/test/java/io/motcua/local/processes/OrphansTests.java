package io.motcua.local.processes;

import static org.assertj.core.api.Assertions.assertThat;

import io.motcua.local.FakeChild;
import io.motcua.local.supervision.Launch;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrphansTests {

    @TempDir
    Path folder;

    private PidFiles pidFiles;
    private Process left;

    @BeforeEach
    void a_process_is_left_behind() throws IOException {
        pidFiles = new PidFiles(folder.resolve("pids"));
        left = new Launch(FakeChild.command("serve"), Map.of()).start(folder.resolve("log"));
    }

    @AfterEach
    void nothing_stays() {
        left.destroyForcibly().onExit().join();
    }

    @Test
    void are_found_by_their_pid_files_and_ended() {
        pidFiles.write("left", left.toHandle());
        var orphans = new Orphans(pidFiles);
        assertThat(orphans.alive()).extracting(RunningProcess::name).containsExactly("left");
        assertThat(orphans.end(Duration.ofSeconds(10))).hasSize(1);
        assertThat(left.isAlive()).isFalse();
        assertThat(orphans.alive()).isEmpty();
    }

    @Test
    void a_stranger_who_got_the_pid_later_is_left_alone() {
        long longAgo = left.info().startInstant().orElseThrow().minusSeconds(60).toEpochMilli();
        var stranger = new RunningProcess("left", left.pid(), longAgo);
        assertThat(stranger.alive()).isFalse();
        stranger.end(Duration.ofSeconds(1)).join();
        assertThat(left.isAlive()).isTrue();
    }

    @Test
    void resident_memory_of_a_running_process_is_known() {
        assertThat(ResidentMemory.mebibytes(List.of(left.pid())).get(left.pid()))
                .isPositive();
    }
}
