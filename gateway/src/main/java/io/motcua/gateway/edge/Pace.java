package io.motcua.gateway.edge;

import java.time.Duration;

/**
 * Whether bytes move fast enough. Only the time that was spent waiting for the other side counts, and each stretch of it anew:
 * a fast beginning buys no time for later.
 */
final class Pace {

    private final long stretchNanos;
    private final double bytesPerNano;
    private long waited;
    private long moved;

    Pace(Duration stretch, long bytesPerSecond) {
        this.stretchNanos = stretch.toNanos();
        this.bytesPerNano = bytesPerSecond / 1e9;
    }

    /** Whether it is too slow, now that so many bytes more took so long. */
    boolean tooSlow(long bytes, long nanos) {
        waited += nanos;
        moved += bytes;
        if (waited < stretchNanos) {
            return false;
        }
        boolean tooFew = moved < waited * bytesPerNano;
        waited = 0;
        moved = 0;
        return tooFew;
    }
}
