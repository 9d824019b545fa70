package io.motcua.gateway.limits;

import jakarta.validation.constraints.Positive;

/**
 * A token bucket.
 *
 * @param perSecond tokens that flow in; each request takes one
 * @param burst tokens that it holds, and so requests that may come at once
 */
record Rate(@Positive double perSecond, @Positive double burst) {

    /** What is left of it for one of several instances of the gateway. */
    Rate share(double part) {
        return new Rate(perSecond * part, Math.max(1, burst * part));
    }

    /** The seconds that an empty bucket takes to fill. */
    long window() {
        return Math.max(1, (long) Math.ceil(burst / perSecond));
    }
}
