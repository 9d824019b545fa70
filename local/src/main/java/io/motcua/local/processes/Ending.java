package io.motcua.local.processes;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** SIGTERM, and SIGKILL to those who do not listen. */
public final class Ending {

    private Ending() {}

    /** Completes when the process is gone. */
    public static CompletableFuture<Void> end(ProcessHandle process, Duration grace) {
        process.destroy();
        return process.onExit()
                .orTimeout(grace.toMillis(), TimeUnit.MILLISECONDS)
                .exceptionallyCompose(_ -> {
                    process.destroyForcibly();
                    return process.onExit();
                })
                .thenAccept(_ -> {});
    }
}
