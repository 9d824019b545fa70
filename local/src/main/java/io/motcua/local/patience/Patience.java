package io.motcua.local.patience;

import io.motcua.local.failure.Failure;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * How long to ask again for what takes its time.
 *
 * @param longest after which it is a failure
 * @param pause between two questions
 */
public record Patience(Duration longest, Duration pause) {

    public static Patience of(Duration longest) {
        return new Patience(longest, Duration.ofMillis(50));
    }

    /**
     * Asks until there is an answer.
     *
     * @param what is awaited, for the failure's sentence
     */
    public <T> T await(String what, Supplier<Optional<T>> question) {
        long start = System.nanoTime();
        while (true) {
            Optional<T> answer = question.get();
            if (answer.isPresent()) {
                return answer.get();
            }
            if (Thread.interrupted()) {
                throw new Failure("interrupted while waiting for " + what);
            }
            if (System.nanoTime() - start > longest.toNanos()) {
                throw new Failure("waited %d s in vain for %s".formatted(longest.toSeconds(), what));
            }
            LockSupport.parkNanos(pause.toNanos());
        }
    }

    /** Asks until it is so. */
    public void until(String what, Supplier<Boolean> condition) {
        await(what, () -> condition.get() ? Optional.of(true) : Optional.empty());
    }
}
