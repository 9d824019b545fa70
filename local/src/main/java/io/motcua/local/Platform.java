package io.motcua.local;

import io.motcua.local.control.Control;
import io.motcua.local.failure.Failure;
import io.motcua.local.layout.Component;
import io.motcua.local.layout.DataOwner;
import io.motcua.local.layout.OwnPlace;
import io.motcua.local.layout.OwnPlaces;
import io.motcua.local.layout.Ports;
import io.motcua.local.layout.Workspace;
import io.motcua.local.plan.Plan;
import io.motcua.local.processes.Orphans;
import io.motcua.local.processes.PidFiles;
import io.motcua.local.processes.PortCheck;
import io.motcua.local.processes.RunningProcess;
import io.motcua.local.progress.Progress;
import io.motcua.local.runtime.Folders;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** All children and their supervisor as one thing that is up or down. */
final class Platform {

    private final Workspace workspace;
    private final Ports ports;
    private final Map<String, String> environment;
    private final PrintStream out;
    private final PidFiles pidFiles;

    Platform(Workspace workspace, Ports ports, Map<String, String> environment, PrintStream out) {
        this.workspace = workspace;
        this.ports = ports;
        this.environment = environment;
        this.out = out;
        this.pidFiles = new PidFiles(workspace.pids());
    }

    Optional<Control> running() {
        return Control.connect(workspace.controlFile());
    }

    Control requireRunning() {
        return running().orElseThrow(() -> new Failure("motcua is not running; ./motcua up starts it"));
    }

    /** Starts the supervisor, which starts the children; returns before they serve. */
    Control start(boolean fresh) {
        endOrphans();
        if (fresh) {
            forgetData();
        }
        DataOwner.of(environment).claim(workspace.data());
        var plan = new Plan(workspace, ports, environment, pidFiles);
        plan.requireBuilt();
        PortCheck.requireFree(ports, plan.components());
        places().own().forEach(it -> PortCheck.requireFree(ports, it));
        new Logs(workspace).rotate();
        return new SupervisorStart(workspace).start();
    }

    /** Waits until all children serve, showing how they come up. */
    void awaitHealthy(Control control, Progress progress, Stopwatch stopwatch) {
        new ComingUp(control, progress, stopwatch, new Logs(workspace)).await();
    }

    /** Ends everything; returns whether there was something to end. */
    boolean down() {
        Optional<Control> control = running();
        control.ifPresent(Control::down);
        return endOrphans() || control.isPresent();
    }

    List<RunningProcess> orphans() {
        return new Orphans(pidFiles).alive();
    }

    /** Which agencies were added on this machine. */
    OwnPlaces places() {
        return new OwnPlaces(workspace.agencies());
    }

    /** @param child a service, or an agency's own instance of one */
    void startOne(String child) {
        Control control = requireRunning();
        boolean runs = control.report().stream().anyMatch(it -> it.name().equals(child) && it.pid() != 0);
        if (runs) {
            out.println(child + " is running already");
            return;
        }
        requireFree(child);
        control.start(child);
        out.println(child + " is starting");
    }

    void stopOne(String child, boolean kill) {
        requireRunning().stop(child, kill);
        out.println(child + (kill ? " is killed" : " is stopped"));
    }

    private void requireFree(String child) {
        var own = OwnPlace.component(child);
        if (own.isEmpty()) {
            PortCheck.requireFree(ports, List.of(Component.named(child)));
            return;
        }
        OwnPlace.agency(child)
                .flatMap(places()::find)
                .flatMap(OwnPlaces.Added::own)
                .ifPresent(it -> PortCheck.requireFree(ports, it, own.get()));
    }

    /** Whether there were any. */
    private boolean endOrphans() {
        List<RunningProcess> ended = new Orphans(pidFiles).end(SupervisorProcess.GRACE);
        if (!ended.isEmpty()) {
            out.println("ended what an earlier run had left: "
                    + ended.stream().map(RunningProcess::name).collect(Collectors.joining(", ")));
        }
        return !ended.isEmpty();
    }

    private void forgetData() {
        try {
            if (Files.exists(workspace.data())) {
                Folders.delete(workspace.data());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The data could not be forgotten", e);
        }
    }
}
