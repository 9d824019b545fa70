package io.motcua.local.bench;

import io.motcua.local.failure.Failure;

/** What the measurement needs is not on this machine: no failure, but no figure either; exit code 77. */
public final class Unavailable extends Failure {

    Unavailable(String message) {
        super(message);
    }
}
