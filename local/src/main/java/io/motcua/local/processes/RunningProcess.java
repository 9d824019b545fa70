package io.motcua.local.processes;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A process by pid and start: the pid alone may belong to somebody else by now. */
public record RunningProcess(String name, long pid, long startedAtMillis) {

    /** The start that the system reports may move a little when its clock is adjusted. */
    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    static RunningProcess of(String name, ProcessHandle process) {
        Instant start = process.info().startInstant().orElse(Instant.EPOCH);
        return new RunningProcess(name, process.pid(), start.toEpochMilli());
    }

    boolean alive() {
        return handle().isPresent();
    }

    Optional<ProcessHandle> handle() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(process ->
                        process.info().startInstant().map(this::isMine).orElse(false));
    }

    /** Asks it to end, insists after the grace; completes when it is gone. */
    public CompletableFuture<Void> end(Duration grace) {
        return handle().map(process -> Ending.end(process, grace))
                .orElseGet(() -> CompletableFuture.completedFuture(null));
    }

    private boolean isMine(Instant start) {
        return Duration.between(Instant.ofEpochMilli(startedAtMillis), start)
                        .abs()
                        .compareTo(TOLERANCE)
                < 0;
    }
}
