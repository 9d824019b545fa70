package io.motcua.local.supervision;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;

/** Asks children whether they serve: one question to each at a time, off the deciding thread. Only that one calls it. */
final class Probing {

    private static final Duration PAUSE_WHILE_HEALTHY = Duration.ofSeconds(5);
    private static final Duration PAUSE_OTHERWISE = Duration.ofMillis(200);

    private final Decisions decisions;
    private final Executor work;
    private final Set<String> asked = new HashSet<>();
    private final Map<String, Long> askedAt = new HashMap<>();

    Probing(Decisions decisions, Executor work) {
        this.decisions = decisions;
        this.work = work;
    }

    void probe(Child child) {
        String name = child.spec().name();
        Duration pause = child.state() == ChildState.HEALTHY ? PAUSE_WHILE_HEALTHY : PAUSE_OTHERWISE;
        long now = System.nanoTime();
        Long last = askedAt.get(name);
        if (asked.contains(name) || (last != null && now - last < pause.toNanos())) {
            return;
        }
        asked.add(name);
        askedAt.put(name, now);
        long run = child.logStart();
        work.execute(() -> {
            boolean serves = ask(child.spec(), run);
            decisions.later(() -> {
                asked.remove(name);
                if (child.runs() && child.logStart() == run) { // the answer is about the run that was asked
                    child.probed(serves);
                }
            });
        });
    }

    private static boolean ask(ChildSpec spec, long run) {
        try {
            return spec.probe().serves(run);
        } catch (RuntimeException e) {
            System.err.println("The health of " + spec.name() + " could not be asked: " + e);
            return false;
        }
    }
}
