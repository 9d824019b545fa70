package io.motcua.local.progress;

import static org.assertj.core.api.Assertions.assertThat;

import io.motcua.local.supervision.ChildReport;
import io.motcua.local.supervision.ChildState;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressTests {

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(written, true, StandardCharsets.UTF_8);

    @Test
    void a_line_says_what_goes_on_and_for_how_long() {
        var since = Instant.parse("2026-11-23T08:00:00Z");
        var training = child("gateway", ChildState.PREPARING, "training its start-up cache, once per build", since);
        assertThat(Lines.of(training, since.plusSeconds(12)))
                .isEqualTo("gateway               training its start-up cache, once per build (12 s)");
        var crashed = child("kafka", ChildState.CRASHED, "ended with exit code 1; again in 2 s", since);
        assertThat(Lines.of(crashed, since))
                .isEqualTo("kafka                 crashed: ended with exit code 1; again in 2 s");
    }

    @Test
    void in_a_pipe_only_changes_are_printed() {
        var progress = Progress.on(false, out);
        progress.show(states(ChildState.WAITING), Duration.ofMillis(100));
        progress.show(states(ChildState.STARTING), Duration.ofMillis(200));
        progress.show(states(ChildState.STARTING), Duration.ofMillis(300));
        progress.show(states(ChildState.HEALTHY), Duration.ofMillis(1250));
        assertThat(lines())
                .containsExactly(
                        "  0.2 s  gateway               starting (0 s)", "  1.3 s  gateway               healthy");
        assertThat(text()).doesNotContain("\u001b");
    }

    @Test
    void in_a_pipe_a_long_wait_gives_signs_of_life() {
        var progress = Progress.on(false, out);
        progress.show(states(ChildState.STARTING), Duration.ofSeconds(1));
        progress.show(states(ChildState.STARTING), Duration.ofSeconds(5));
        progress.show(states(ChildState.STARTING), Duration.ofSeconds(12));
        assertThat(lines()).hasSize(2);
    }

    @Test
    void on_a_terminal_the_lines_are_painted_over() {
        var progress = Progress.on(true, out);
        progress.show(states(ChildState.STARTING), Duration.ofSeconds(1));
        progress.show(states(ChildState.HEALTHY), Duration.ofSeconds(2));
        assertThat(text()).contains("\u001b[1A\u001b[2K\u001b[1A\u001b[2K✓ gateway");
    }

    private static List<ChildReport> states(ChildState state) {
        return List.of(child("gateway", state, "", Instant.now()));
    }

    private static ChildReport child(String name, ChildState state, String detail, Instant since) {
        return new ChildReport(name, state, detail, "", 0, since.toEpochMilli(), 0, 0);
    }

    private List<String> lines() {
        return text().lines().toList();
    }

    private String text() {
        return written.toString(StandardCharsets.UTF_8);
    }
}
