package io.motcua.local;

import io.motcua.local.control.Control;
import io.motcua.local.failure.Failure;
import io.motcua.local.layout.Port;
import io.motcua.local.layout.Ports;
import io.motcua.local.layout.Workspace;
import io.motcua.local.progress.Progress;
import io.motcua.local.supervision.ChildReport;
import io.motcua.local.supervision.ChildState;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** {@code ./motcua up}: from nothing to a platform that answers, with its samples. */
final class Up {

    private final Workspace workspace;
    private final Ports ports;
    private final Platform platform;
    private final boolean terminal;
    private final PrintStream out;
    private volatile boolean takingDown;

    Up(Workspace workspace, Ports ports, Platform platform, boolean terminal, PrintStream out) {
        this.workspace = workspace;
        this.ports = ports;
        this.platform = platform;
        this.terminal = terminal;
        this.out = out;
    }

    /** @return whether it was down before */
    boolean run(boolean fresh) {
        var stopwatch = new Stopwatch();
        Optional<Control> running = platform.running();
        if (running.isPresent() && fresh) {
            platform.down();
            running = Optional.empty();
        }
        if (running.isPresent() && healthy(running.get().report()) && firstUse().prepared()) {
            out.println("motcua is already running at %s (./motcua status shows more)"
                    .formatted(ports.address(Port.GATEWAY)));
            return false;
        }
        if (running.isPresent()) {
            finish(running.get(), stopwatch); // somebody else's start: Ctrl-C here must not end it
            return false;
        }
        var unlessHealthy = new Thread(this::takeDown, "down");
        Runtime.getRuntime().addShutdownHook(unlessHealthy); // Ctrl-C, or a failure, leaves nothing behind
        try {
            finish(platform.start(fresh), stopwatch);
        } catch (RuntimeException e) {
            if (takingDown) { // what fails now fails because everything goes down
                throw new Failure("interrupted", e);
            }
            throw e;
        }
        Runtime.getRuntime().removeShutdownHook(unlessHealthy);
        return true;
    }

    private void takeDown() {
        takingDown = true;
        if (platform.down()) {
            System.err.println("motcua is down again");
        }
    }

    private void finish(Control control, Stopwatch stopwatch) {
        var trained = new TrainingSeen(Progress.on(terminal, out));
        platform.awaitHealthy(control, trained, stopwatch);
        firstUse().awaitAnswers();
        var lastUp = new LastUp(stopwatch.elapsed().toMillis(), trained.seen());
        lastUp.write(workspace.lastUp());
        out.println(lastUp);
        firstUse().loadSamples();
        Greeting.lines(ports).forEach(out::println);
    }

    private FirstUse firstUse() {
        return new FirstUse(ports, workspace.data(), workspace, out);
    }

    private static boolean healthy(List<ChildReport> children) {
        return children.stream().allMatch(child -> child.state() == ChildState.HEALTHY);
    }

    /** Passes on what is shown, and remembers whether caches were trained. */
    private static final class TrainingSeen implements Progress {

        private final Progress shown;
        private boolean seen;

        TrainingSeen(Progress shown) {
            this.shown = shown;
        }

        @Override
        public void show(List<ChildReport> children, Duration elapsed) {
            seen |= children.stream()
                    .anyMatch(child -> child.state() == ChildState.PREPARING
                            && child.detail().startsWith("training"));
            shown.show(children, elapsed);
        }

        boolean seen() {
            return seen;
        }
    }
}
