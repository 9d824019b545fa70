package io.motcua.local;

import io.motcua.local.control.ControlServer;
import io.motcua.local.failure.Failure;
import io.motcua.local.layout.OwnPlaces;
import io.motcua.local.layout.Ports;
import io.motcua.local.layout.Workspace;
import io.motcua.local.plan.Plan;
import io.motcua.local.processes.Backoff;
import io.motcua.local.processes.PidFiles;
import io.motcua.local.processes.Session;
import io.motcua.local.supervision.ChildSpec;
import io.motcua.local.supervision.Supervisor;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The background process to which all children belong; ends them when it ends, whatever ends it, short of SIGKILL. */
final class SupervisorProcess {

    /** Its name in pid files and logs. */
    static final String NAME = "supervisor";

    /** Between SIGTERM and SIGKILL. */
    static final Duration GRACE = Duration.ofSeconds(25);

    private SupervisorProcess() {}

    static void run(Workspace workspace, Map<String, String> environment) throws IOException {
        Session.leave();
        Files.createDirectories(workspace.home());
        var lock = FileChannel.open(workspace.lockFile(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (lock.tryLock() == null) {
            throw new Failure("another supervisor runs in " + workspace.home());
        }
        var pidFiles = new PidFiles(workspace.pids());
        pidFiles.write(NAME, ProcessHandle.current());
        var plan = new Plan(workspace, Ports.from(environment), environment, pidFiles);
        var supervisor = new Supervisor(plan.specs(), workspace::log, pidFiles, Backoff.STANDARD, GRACE);
        var control = ControlServer.listen(
                workspace.controlFile(), supervisor, agency -> ofAgency(workspace, plan, agency), () -> System.exit(0));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            supervisor.shutdown();
            control.close();
            pidFiles.remove(NAME);
        }));
        supervisor.begin();
    }

    private static List<ChildSpec> ofAgency(Workspace workspace, Plan plan, String agency) {
        return new OwnPlaces(workspace.agencies())
                .find(agency)
                .flatMap(OwnPlaces.Added::own)
                .map(plan::specs)
                .orElse(List.of());
    }
}
