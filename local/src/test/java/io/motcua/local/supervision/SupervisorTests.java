package io.motcua.local.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.motcua.local.FakeChild;
import io.motcua.local.failure.Failure;
import io.motcua.local.processes.Backoff;
import io.motcua.local.processes.PidFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisorTests {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Backoff QUICK = new Backoff(Duration.ofMillis(50), Duration.ofMillis(200));

    @TempDir
    Path folder;

    private final List<Supervisor> supervisors = new ArrayList<>();

    @AfterEach
    void nothing_stays() {
        supervisors.forEach(Supervisor::shutdown);
    }

    @Test
    void starts_children_in_the_order_of_their_needs() {
        var supervisor = supervise(child("store", "serve"), child("service", Set.of("store"), "serve"));
        awaitState(supervisor, "service", ChildState.HEALTHY);
        var store = report(supervisor, "store");
        assertThat(store.state()).isEqualTo(ChildState.HEALTHY);
        assertThat(report(supervisor, "service").startedAtMillis()).isGreaterThanOrEqualTo(store.sinceMillis());
    }

    @Test
    void needs_that_are_met_from_elsewhere_hold_nobody_up() {
        var supervisor = supervise(child("service", Set.of("store-of-somebody-else"), "serve"));
        awaitState(supervisor, "service", ChildState.HEALTHY);
    }

    @Test
    void a_child_that_does_not_say_so_is_not_healthy() {
        var supervisor = supervise(child("mute", "silent"), child("loud", "serve"));
        awaitState(supervisor, "loud", ChildState.HEALTHY);
        assertThat(report(supervisor, "mute").state()).isEqualTo(ChildState.STARTING);
    }

    @Test
    void a_killed_child_is_started_again() {
        var supervisor = supervise(child("service", "serve"));
        awaitState(supervisor, "service", ChildState.HEALTHY);
        long before = report(supervisor, "service").pid();
        ProcessHandle.of(before).orElseThrow().destroyForcibly();
        await().atMost(PATIENCE).untilAsserted(() -> {
            var after = report(supervisor, "service");
            assertThat(after.state()).isEqualTo(ChildState.HEALTHY);
            assertThat(after.pid()).isNotEqualTo(before);
            assertThat(after.restarts()).isEqualTo(1);
        });
    }

    @Test
    void a_child_that_crashes_at_once_is_tried_again_and_again_and_says_why() {
        var supervisor = supervise(child("broken", "crash"));
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(report(supervisor, "broken").restarts()).isGreaterThan(2));
        awaitState(supervisor, "broken", ChildState.CRASHED);
        assertThat(report(supervisor, "broken").detail()).startsWith("ended with exit code 3; again in");
    }

    @Test
    void a_stopped_child_stays_down_until_it_is_started() {
        var supervisor = supervise(child("service", "serve"));
        awaitState(supervisor, "service", ChildState.HEALTHY);
        var process = ProcessHandle.of(report(supervisor, "service").pid()).orElseThrow();
        supervisor.stop("service", false);
        assertThat(process.isAlive()).isFalse();
        assertThat(report(supervisor, "service").state()).isEqualTo(ChildState.STOPPED);
        assertThat(report(supervisor, "service").pid()).isZero();
        supervisor.start("service");
        awaitState(supervisor, "service", ChildState.HEALTHY);
        assertThat(report(supervisor, "service").restarts()).isZero();
    }

    @Test
    void killing_does_not_ask() {
        var supervisor = supervise(child("service", "stubborn"));
        awaitState(supervisor, "service", ChildState.HEALTHY);
        long start = System.nanoTime();
        supervisor.stop("service", true);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
        assertThat(report(supervisor, "service").state()).isEqualTo(ChildState.STOPPED);
    }

    @Test
    void shutdown_leaves_no_process_and_no_pid_file_not_even_of_a_stubborn_child() {
        var supervisor = supervise(child("service", "serve"), child("stubborn", "stubborn"), child("broken", "crash"));
        awaitState(supervisor, "service", ChildState.HEALTHY);
        awaitState(supervisor, "stubborn", ChildState.HEALTHY);
        var processes = supervisor.report().stream()
                .map(ChildReport::pid)
                .filter(pid -> pid != 0)
                .map(pid -> ProcessHandle.of(pid).orElseThrow())
                .toList();
        assertThat(processes).hasSizeGreaterThanOrEqualTo(2);
        supervisor.shutdown();
        supervisors.clear();
        assertThat(processes).noneMatch(ProcessHandle::isAlive);
        assertThat(pidFiles().alive()).isEmpty();
    }

    @Test
    void shutdown_interrupts_a_preparation() {
        var never = new CountDownLatch(1);
        var preparing = new ChildSpec(
                "slow",
                false,
                Set.of(),
                progress -> {
                    progress.accept("training");
                    never.await();
                    throw new IOException("not reached");
                },
                _ -> true);
        var supervisor = supervise(preparing);
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(report(supervisor, "slow").detail()).isEqualTo("training"));
        assertThatThrownBy(() -> supervisor.stop("slow", false)).isInstanceOf(Failure.class);
        supervisor.shutdown();
        supervisors.clear();
    }

    @Test
    void what_does_not_run_here_cannot_be_stopped() {
        var supervisor = supervise(child("service", "serve"));
        assertThatThrownBy(() -> supervisor.stop("other", false))
                .isInstanceOf(Failure.class)
                .hasMessage("other does not run here");
    }

    private Supervisor supervise(ChildSpec... specs) {
        var supervisor = new Supervisor(Arrays.asList(specs), this::log, pidFiles(), QUICK, Duration.ofMillis(1500));
        supervisors.add(supervisor);
        supervisor.begin();
        return supervisor;
    }

    private ChildSpec child(String name, String... manners) {
        return child(name, Set.of(), manners);
    }

    private ChildSpec child(String name, Set<String> needs, String... manners) {
        return new ChildSpec(
                name,
                needs.isEmpty(),
                needs,
                _ -> new Launch(FakeChild.command(manners), Map.of()),
                new ReadyLine(log(name)));
    }

    private Path log(String name) {
        return folder.resolve(name + ".log");
    }

    private PidFiles pidFiles() {
        return new PidFiles(folder.resolve("pids"));
    }

    private static void awaitState(Supervisor supervisor, String name, ChildState state) {
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(report(supervisor, name).state()).isEqualTo(state));
    }

    private static ChildReport report(Supervisor supervisor, String name) {
        return supervisor.report().stream()
                .filter(child -> child.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
