package io.motcua.local.processes;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Children whose supervisor was killed before it could end them. */
public final class Orphans {

    private final PidFiles pidFiles;

    public Orphans(PidFiles pidFiles) {
        this.pidFiles = pidFiles;
    }

    public List<RunningProcess> alive() {
        return pidFiles.alive();
    }

    /** Ends them all and waits; returns whom it found. */
    public List<RunningProcess> end(Duration grace) {
        List<RunningProcess> orphans = pidFiles.alive();
        CompletableFuture.allOf(
                        orphans.stream().map(orphan -> orphan.end(grace)).toArray(CompletableFuture[]::new))
                .join();
        pidFiles.clear(); // also those of the long dead
        return orphans;
    }
}
