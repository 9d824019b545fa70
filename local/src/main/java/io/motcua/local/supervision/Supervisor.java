package io.motcua.local.supervision;

import io.motcua.local.failure.Failure;
import io.motcua.local.processes.Backoff;
import io.motcua.local.processes.PidFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Starts children in the order of their needs, notices when they serve and when they die, starts the dead again.
 *
 * <p>One thread decides everything, so no decision races with another; what takes time (preparing, probing, waiting for
 * an end) happens on virtual threads that report back to it.
 */
public final class Supervisor {

    private static final Duration TICK = Duration.ofMillis(100);

    /** Training keeps a core busy; more at once than there are cores on a laptop only makes each of them slower. */
    private static final int PREPARATIONS_AT_ONCE = 2;

    private final Map<String, Child> children = new LinkedHashMap<>();
    private final Function<ChildSpec, Child> born;
    private final Duration grace;
    private final Decisions decisions = new Decisions();
    private final ExecutorService work = Executors.newVirtualThreadPerTaskExecutor();
    private final Probing probing = new Probing(decisions, work);
    private final Semaphore preparations = new Semaphore(PREPARATIONS_AT_ONCE, true);
    private boolean goingDown;

    /**
     * @param logs where the output of a child goes
     * @param grace between SIGTERM and SIGKILL
     */
    public Supervisor(
            List<ChildSpec> specs, Function<String, Path> logs, PidFiles pidFiles, Backoff backoff, Duration grace) {
        this.grace = grace;
        this.born = spec -> new Child(spec, logs.apply(spec.name()), pidFiles, backoff, Clock.systemUTC());
        specs.forEach(spec -> children.put(spec.name(), born.apply(spec)));
    }

    /** Takes further children in its care; those that it has already stay as they are. */
    public void enlist(List<ChildSpec> specs) {
        decisions.now(() -> {
            specs.forEach(spec -> children.computeIfAbsent(spec.name(), _ -> born.apply(spec)));
            return specs;
        });
    }

    /** Stops children and forgets them; returns when they are gone. Names that it has not are none of its business. */
    public void dismiss(List<String> names) {
        List<String> known =
                decisions.now(() -> names.stream().filter(children::containsKey).toList());
        var endings = decisions.now(
                () -> known.stream().map(name -> child(name).stop(false, grace)).toArray(CompletableFuture[]::new));
        Decisions.await(CompletableFuture.allOf(endings));
        settle(known);
        decisions.now(() -> children.keySet().removeAll(known));
    }

    public void begin() {
        decisions.every(TICK, this::tick);
    }

    public List<ChildReport> report() {
        return decisions.now(() -> children.values().stream().map(Child::report).toList());
    }

    /** Returns when it is gone. */
    public void stop(String name, boolean kill) {
        Decisions.await(decisions.now(() -> {
            Child child = child(name);
            if (child.state() == ChildState.PREPARING) {
                throw new Failure(name + " is being prepared for its first start; ask again when it runs");
            }
            return child.stop(kill, grace);
        }));
        settle(List.of(name));
    }

    public void start(String name) {
        decisions.now(() -> {
            Child child = child(name);
            if (!child.runs() && child.state() != ChildState.PREPARING) {
                child.forgive();
                begin(child);
            }
            return name;
        });
    }

    /** Ends all children, those on which others stand last; returns when none is left. */
    public void shutdown() {
        decisions.now(() -> goingDown = true);
        work.shutdownNow();
        end(spec -> !spec.ground());
        end(ChildSpec::ground);
        decisions.end();
    }

    private void end(Predicate<ChildSpec> which) {
        List<String> names = decisions.now(() -> children.values().stream()
                .map(Child::spec)
                .filter(which)
                .map(ChildSpec::name)
                .toList());
        var endings = decisions.now(
                () -> names.stream().map(name -> child(name).stop(false, grace)).toArray(CompletableFuture[]::new));
        Decisions.await(CompletableFuture.allOf(endings));
        settle(names);
    }

    /** The end of a process may be known here before its child has taken note of it. */
    private void settle(List<String> names) {
        decisions.now(() -> {
            names.stream().map(this::child).filter(Child::runs).forEach(child -> child.ended("stopped"));
            return names;
        });
    }

    private void tick() {
        for (Child child : children.values()) {
            if (!goingDown) {
                attend(child);
            }
        }
    }

    private void attend(Child child) {
        switch (child.state()) {
            case WAITING -> {
                if (child.spec().needs().stream().allMatch(this::serves)) {
                    begin(child);
                }
            }
            case CRASHED -> {
                if (child.retryIsDue()) {
                    child.restarting();
                    begin(child);
                }
            }
            case STARTING, HEALTHY, UNHEALTHY -> probing.probe(child);
            case PREPARING, STOPPING, STOPPED -> {}
        }
    }

    private boolean serves(String name) {
        Child needed = children.get(name);
        return needed == null || needed.state() == ChildState.HEALTHY; // not ours: it is served from elsewhere
    }

    private void begin(Child child) {
        if (child.prepared()) {
            launch(child);
        } else {
            child.preparing();
            work.execute(() -> prepare(child));
        }
    }

    private void prepare(Child child) {
        try {
            preparations.acquire();
            try {
                Launch launch =
                        child.spec().preparation().prepare(words -> decisions.later(() -> child.progress(words)));
                decisions.later(() -> prepared(child, launch));
            } finally {
                preparations.release();
            }
        } catch (IOException | RuntimeException e) {
            decisions.later(() -> child.ended(String.valueOf(e.getMessage())));
        } catch (InterruptedException everythingGoesDown) {
            Thread.currentThread().interrupt();
        }
    }

    private void prepared(Child child, Launch launch) {
        child.prepared(launch);
        if (child.state() == ChildState.PREPARING && !goingDown) {
            launch(child);
        }
    }

    private void launch(Child child) {
        try {
            child.launch()
                    .onExit()
                    .thenAccept(process -> decisions.later(() -> {
                        if (child.is(process)) {
                            child.ended("ended with exit code " + process.exitValue());
                        }
                    }));
        } catch (RuntimeException e) {
            child.ended(String.valueOf(e.getMessage()));
        }
    }

    private Child child(String name) {
        Child child = children.get(name);
        if (child == null) {
            throw new Failure("%s does not run here".formatted(name));
        }
        return child;
    }
}
