package io.motcua.platform.stores;

import com.mongodb.MongoWriteException;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntPredicate;

/** Many writers that want the same thing at once. */
final class Races {

    static final int WRITERS = 16;

    private Races() {}

    /** How many of the writers got what they wanted; a duplicate key means that one did not. */
    static long winners(IntPredicate attempt) throws Exception {
        var start = new CountDownLatch(1);
        var results = new ArrayList<Future<Boolean>>();
        try (var threads = Executors.newFixedThreadPool(WRITERS)) {
            for (int i = 0; i < WRITERS; i++) {
                int writer = i;
                Callable<Boolean> one = () -> {
                    start.await();
                    return wins(attempt, writer);
                };
                results.add(threads.submit(one));
            }
            start.countDown();
        }
        long winners = 0;
        for (var result : results) {
            winners += result.get() ? 1 : 0;
        }
        return winners;
    }

    private static boolean wins(IntPredicate attempt, int writer) {
        try {
            return attempt.test(writer);
        } catch (MongoWriteException e) {
            if (e.getCode() != 11000) {
                throw e;
            }
            return false;
        }
    }
}
