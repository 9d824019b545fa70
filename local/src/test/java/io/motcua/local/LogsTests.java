package io.motcua.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.motcua.local.failure.Failure;
import io.motcua.local.layout.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogsTests {

    @TempDir
    Path folder;

    private Workspace workspace;
    private Logs logs;

    @BeforeEach
    void written() throws IOException {
        workspace = new Workspace(folder);
        Files.createDirectories(workspace.logs());
        Files.writeString(workspace.log("gateway"), "one\ntwo\nthree\n");
        logs = new Logs(workspace);
    }

    @Test
    void a_log_that_there_is_not_is_answered_with_those_that_there_are() {
        assertThatThrownBy(() -> logs.show("gatewya", false))
                .isInstanceOf(Failure.class)
                .hasMessage("there is no log of 'gatewya'; there are: gateway");
    }

    @Test
    void the_end_is_quoted() {
        assertThat(logs.end("gateway", 2)).isEqualTo("  | two\n  | three");
    }

    @Test
    void those_of_the_last_time_are_kept_aside() {
        logs.rotate();
        assertThat(workspace.log("gateway")).doesNotExist();
        assertThat(workspace.logs().resolve("gateway.log.1")).hasContent("one\ntwo\nthree\n");
    }
}
