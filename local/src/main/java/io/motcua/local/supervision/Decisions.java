package io.motcua.local.supervision;

import io.motcua.local.failure.Failure;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** The one thread on which the supervisor decides. */
final class Decisions {

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("supervisor").factory());

    /** @param decision must not throw, or it is not taken again */
    void every(Duration pause, Runnable decision) {
        thread.scheduleWithFixedDelay(decision, 0, pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    void later(Runnable decision) {
        if (!thread.isShutdown()) {
            thread.execute(decision);
        }
    }

    <T> T now(Callable<T> decision) {
        return await(thread.submit(decision));
    }

    void end() {
        thread.shutdown();
    }

    static <T> T await(Future<T> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while a decision was taken", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Failure failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
