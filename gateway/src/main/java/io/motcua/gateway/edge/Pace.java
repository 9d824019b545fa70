package io.motcua.gateway.edge;

import java.time.Duration;

/** Whether somebody's bytes come fast enough; only the time that was spent waiting for them counts. */
final class Pace {

    private final long graceNanos;
    private final double bytesPerNano;
    private long waited;

    Pace(Duration grace, long bytesPerSecond) {
        this.graceNanos = grace.toNanos();
        this.bytesPerNano = bytesPerSecond / 1e9;
    }

    /** Whether so many bytes are too few for the time that has been waited, after it has been for another while. */
    boolean tooSlow(long bytes, long waitedNanos) {
        waited += waitedNanos;
        return waited > graceNanos && bytes < (waited - graceNanos) * bytesPerNano;
    }
}
