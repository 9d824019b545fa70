package io.motcua.platform.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Time passes when the test says so. */
public final class MovingClock extends Clock {

    private volatile Instant now;

    public MovingClock() {
        this(Instant.now());
    }

    public MovingClock(Instant now) {
        this.now = now;
    }

    public void pass(Duration time) {
        now = now.plus(time);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        InstantSource time = this::instant;
        return time.withZone(zone);
    }
}
