package io.motcua.local.processes;

import java.time.Duration;

/** How long to wait before a crashed child is started again: doubling, up to a ceiling. */
public record Backoff(Duration first, Duration ceiling) {

    public static final Backoff STANDARD = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(30));

    /** @param failures in a row, from 1 */
    public Duration after(int failures) {
        Duration wait = first;
        for (int n = 1; n < failures && wait.compareTo(ceiling) < 0; n++) {
            wait = wait.multipliedBy(2);
        }
        return wait.compareTo(ceiling) < 0 ? wait : ceiling;
    }
}
