package io.motcua.local.failure;

import org.jspecify.annotations.Nullable;

/** Something that the user can understand in one line; shown without a stack trace, exit code 1. */
public class Failure extends RuntimeException {

    public Failure(String message) {
        this(message, null);
    }

    public Failure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
