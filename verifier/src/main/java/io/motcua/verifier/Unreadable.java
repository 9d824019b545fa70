package io.motcua.verifier;

/** What was given is no proof at all, or lacks what a proof must have. */
final class Unreadable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Unreadable(String reason) {
        super(reason);
    }
}
