package io.motcua.local.demo;

import io.motcua.local.failure.Failure;
import java.io.PrintStream;
import java.time.Duration;
import java.util.function.Supplier;

/** Prints each step of the story with what came of it and how long it took. */
final class Steps {

    private final PrintStream out;
    private int number;

    Steps(PrintStream out) {
        this.out = out;
    }

    /** @param deed does the step and says what came of it */
    void step(String name, Supplier<String> deed) {
        number++;
        long start = System.nanoTime();
        try {
            String outcome = deed.get();
            long millis = Duration.ofNanos(System.nanoTime() - start).toMillis();
            out.println("%3d  %-34s %6d ms   %s".formatted(number, name, millis, outcome));
        } catch (Failure failure) {
            throw new Failure("step %d, %s: %s".formatted(number, name, failure.getMessage()), failure);
        }
    }

    void heading(String words) {
        out.println();
        out.println(words);
    }

    void line(String words) {
        out.println("     " + words);
    }
}
