package io.motcua.local;

import io.motcua.local.control.Control;
import io.motcua.local.failure.Failure;
import io.motcua.local.patience.Patience;
import io.motcua.local.progress.Progress;
import io.motcua.local.supervision.ChildReport;
import io.motcua.local.supervision.ChildState;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

/** Watches children that are on their way up. */
final class ComingUp {

    /** Training may take as long again; a machine that is slower than that should hear of it. */
    private static final Patience PATIENCE = new Patience(Duration.ofMinutes(10), Duration.ofMillis(200));

    /** Once is an accident: a port may still be closing. */
    private static final int HOPELESS_RESTARTS = 2;

    private static final int LOG_LINES = 12;

    private final Control control;
    private final Progress progress;
    private final Stopwatch stopwatch;
    private final Logs logs;

    ComingUp(Control control, Progress progress, Stopwatch stopwatch, Logs logs) {
        this.control = control;
        this.progress = progress;
        this.stopwatch = stopwatch;
        this.logs = logs;
    }

    void await() {
        await(_ -> true);
    }

    /** @param which of the children are waited for */
    void await(Predicate<ChildReport> which) {
        PATIENCE.until("all parts to serve", () -> {
            List<ChildReport> children = control.report().stream().filter(which).toList();
            progress.show(children, stopwatch.elapsed());
            children.forEach(this::refuseHopeless);
            return children.stream().allMatch(child -> child.state() == ChildState.HEALTHY);
        });
    }

    private void refuseHopeless(ChildReport child) {
        boolean hopeless = child.state() == ChildState.CRASHED && child.restarts() >= HOPELESS_RESTARTS;
        if (hopeless) {
            throw new Failure("%s crashes again and again (%s); the end of its log:%n%s"
                    .formatted(child.name(), child.detail(), logs.end(child.name(), LOG_LINES)));
        }
        if (child.state() == ChildState.STOPPED) {
            throw new Failure("%s is stopped; ./motcua start %s starts it".formatted(child.name(), child.name()));
        }
    }
}
