package io.motcua.local.supervision;

import io.motcua.local.processes.Backoff;
import io.motcua.local.processes.Ending;
import io.motcua.local.processes.PidFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** One child and what befalls it. Not thread-safe: only the supervisor's one thread calls it. */
final class Child {

    /** Whoever served this long is forgiven its earlier crashes. */
    private static final Duration FORGIVEN_AFTER = Duration.ofSeconds(60);

    private final ChildSpec spec;
    private final Path log;
    private final PidFiles pidFiles;
    private final Backoff backoff;
    private final Clock clock;

    private ChildState state = ChildState.WAITING;
    private Instant since;
    private String detail = "";
    private @Nullable Launch launch;
    private @Nullable Process process;
    private long logStart;
    private Instant startedAt = Instant.EPOCH;
    private Instant retryAt = Instant.EPOCH;
    private int failures;
    private int restarts;

    Child(ChildSpec spec, Path log, PidFiles pidFiles, Backoff backoff, Clock clock) {
        this.spec = spec;
        this.log = log;
        this.pidFiles = pidFiles;
        this.backoff = backoff;
        this.clock = clock;
        this.since = clock.instant();
    }

    ChildSpec spec() {
        return spec;
    }

    ChildState state() {
        return state;
    }

    long logStart() {
        return logStart;
    }

    boolean runs() {
        return process != null;
    }

    boolean is(Process other) {
        return process == other;
    }

    boolean prepared() {
        return launch != null;
    }

    void preparing() {
        enter(ChildState.PREPARING, "");
    }

    void progress(String words) {
        if (state == ChildState.PREPARING) {
            detail = words;
        }
    }

    void prepared(Launch ready) {
        launch = ready;
    }

    /** Starts the process; the caller watches it. */
    Process launch() {
        try {
            logStart = Files.exists(log) ? Files.size(log) : 0;
            Process started = Objects.requireNonNull(launch, "prepared first").start(log);
            pidFiles.write(spec.name(), started.toHandle());
            process = started;
            startedAt = clock.instant();
            enter(ChildState.STARTING, "");
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(spec.name() + " could not be started", e);
        }
    }

    void probed(boolean serves) {
        if (state == ChildState.STOPPING) {
            return;
        }
        if (serves && state != ChildState.HEALTHY) {
            enter(ChildState.HEALTHY, "");
        } else if (!serves && state == ChildState.HEALTHY) {
            enter(ChildState.UNHEALTHY, "runs, but its health check fails");
        }
    }

    /** The process ended, or could not be started. */
    void ended(String how) {
        boolean wanted = state != ChildState.STOPPING;
        process = null;
        pidFiles.remove(spec.name());
        if (!wanted) {
            enter(ChildState.STOPPED, "");
            return;
        }
        boolean longServed = state == ChildState.HEALTHY
                && Duration.between(since, clock.instant()).compareTo(FORGIVEN_AFTER) > 0;
        failures = longServed ? 1 : failures + 1;
        Duration wait = backoff.after(failures);
        retryAt = clock.instant().plus(wait);
        enter(ChildState.CRASHED, "%s; again in %d s".formatted(how, Math.max(1, wait.toSeconds())));
    }

    boolean retryIsDue() {
        return state == ChildState.CRASHED && !clock.instant().isBefore(retryAt);
    }

    void restarting() {
        restarts++;
    }

    /** Completes when the process is gone. */
    CompletableFuture<Void> stop(boolean kill, Duration grace) {
        Process running = process;
        if (running == null) {
            enter(ChildState.STOPPED, "");
            return CompletableFuture.completedFuture(null);
        }
        enter(ChildState.STOPPING, "");
        if (kill) {
            running.destroyForcibly();
            return running.onExit().thenAccept(_ -> {});
        }
        return Ending.end(running.toHandle(), grace);
    }

    void forgive() {
        failures = 0;
    }

    ChildReport report() {
        Process running = process;
        return new ChildReport(
                spec.name(),
                state,
                detail,
                launch == null ? "" : launch.warning(),
                running == null ? 0 : running.pid(),
                since.toEpochMilli(),
                running == null ? 0 : startedAt.toEpochMilli(),
                restarts);
    }

    private void enter(ChildState next, String words) {
        state = next;
        detail = words;
        since = clock.instant();
    }
}
