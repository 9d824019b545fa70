package io.motcua.dossier.deadlines;

import java.time.Instant;

/** The clock stands still, since the agency waits for the applicant. */
public record Pause(Cause cause, Instant from) {

    public enum Cause {
        SUPPLEMENT,
        PAYMENT
    }
}
