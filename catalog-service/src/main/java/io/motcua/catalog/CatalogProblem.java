package io.motcua.catalog;

import io.motcua.platform.problems.ProblemKind;

/** What this service refuses, beyond what every service refuses. */
public enum CatalogProblem implements ProblemKind {
    UNKNOWN_AGENCY(404),
    UNKNOWN_SERVICE(404),
    /** A draft exists already, and the caller wanted to begin one. */
    DRAFT_EXISTS(412),
    NO_DRAFT(404),
    WITHDRAWN_ALREADY(409),
    UNREADABLE_FILE(400),
    /** As the platform's, but with our words for what can be wrong with a field. */
    INVALID_FIELD(422);

    private final int status;

    CatalogProblem(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
