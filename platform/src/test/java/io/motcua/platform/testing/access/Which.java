package io.motcua.platform.testing.access;

/** Which thing is asked for, and under which agency's address. */
enum Which {
    OWN(true),
    OTHERS(true),
    MISSING(true),
    OWN_ELSEWHERE(false),
    OTHERS_ELSEWHERE(false),
    MISSING_ELSEWHERE(false);

    private final boolean here;

    Which(boolean here) {
        this.here = here;
    }

    boolean here() {
        return here;
    }

    boolean missing() {
        return this == MISSING || this == MISSING_ELSEWHERE;
    }

    boolean own() {
        return this == OWN || this == OWN_ELSEWHERE;
    }
}
