package io.motcua.gateway.limits;

/** Tokens that flow in evenly and are taken one by one. */
final class Bucket {

    private double tokens;
    private long filledAt;
    private long asked;

    Bucket(Rate rate, long nanos) {
        tokens = rate.burst();
        filledAt = nanos;
    }

    /**
     * What became of a request.
     *
     * @param left whole tokens that are left
     * @param waitNanos until there is one, if there is none
     */
    record Taken(boolean granted, long left, long waitNanos) {}

    synchronized Taken take(Rate rate, long nanos) {
        asked++;
        fill(rate, nanos);
        if (tokens < 1) {
            return new Taken(false, 0, (long) Math.ceil((1 - tokens) / rate.perSecond() * 1e9));
        }
        tokens--;
        return new Taken(true, (long) tokens, 0);
    }

    /** How often it was asked since the last call. */
    synchronized long demand() {
        long since = asked;
        asked = 0;
        return since;
    }

    /** Whether it stands as a new one would. */
    synchronized boolean full(Rate rate, long nanos) {
        fill(rate, nanos);
        return tokens >= rate.burst();
    }

    private void fill(Rate rate, long nanos) {
        tokens = Math.min(rate.burst(), tokens + Math.max(0, nanos - filledAt) / 1e9 * rate.perSecond());
        filledAt = nanos;
    }
}
