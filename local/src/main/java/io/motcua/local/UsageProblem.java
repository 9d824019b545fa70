package io.motcua.local;

import io.motcua.local.failure.Failure;

/** The command line cannot be understood; exit code 2. */
final class UsageProblem extends Failure {

    UsageProblem(String message) {
        super(message + " (./motcua help lists the commands)");
    }
}
