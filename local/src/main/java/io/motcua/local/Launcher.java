package io.motcua.local;

import io.motcua.local.apps.RegisteredApps;
import io.motcua.local.bench.GatewayBench;
import io.motcua.local.bench.StoreBench;
import io.motcua.local.bench.Unavailable;
import io.motcua.local.control.Control;
import io.motcua.local.demo.Demo;
import io.motcua.local.failure.Failure;
import io.motcua.local.http.Api;
import io.motcua.local.layout.AgencyCode;
import io.motcua.local.layout.Port;
import io.motcua.local.layout.Ports;
import io.motcua.local.layout.Workspace;
import io.motcua.local.processes.RunningProcess;
import io.motcua.local.signin.SignIns;
import io.motcua.local.signin.Tokens;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The main class behind {@code ./motcua}. */
public final class Launcher {

    /** System property: the folder of the clone. */
    static final String ROOT = "motcua.root";

    /** System property: the output is a terminal and may be painted over. */
    private static final String TERMINAL = "motcua.terminal";

    /** The argument with which the launcher starts itself in the background. */
    static final String SUPERVISE = "supervise-in-background";

    private static final int OK = 0;
    private static final int FAILED = 1;
    private static final int MISUSED = 2;

    /** What .ci/run takes for skipped. */
    private static final int UNAVAILABLE = 77;

    private final Workspace workspace;
    private final Map<String, String> environment;
    private final PrintStream out;
    private final PrintStream err;

    Launcher(Workspace workspace, Map<String, String> environment, PrintStream out, PrintStream err) {
        this.workspace = workspace;
        this.environment = environment;
        this.out = out;
        this.err = err;
    }

    public static void main(String[] args) throws IOException {
        var workspace = new Workspace(Path.of(System.getProperty(ROOT, ".")));
        if (args.length == 1 && args[0].equals(SUPERVISE)) {
            SupervisorProcess.run(workspace, System.getenv()); // goes on in the threads that it starts
            return;
        }
        System.exit(new Launcher(workspace, System.getenv(), System.out, System.err).run(List.of(args)));
    }

    int run(List<String> arguments) {
        try {
            return execute(CommandLine.parse(arguments));
        } catch (UsageProblem misused) {
            err.println("motcua: " + misused.getMessage());
            return MISUSED;
        } catch (Unavailable unavailable) {
            err.println("motcua: " + unavailable.getMessage());
            return UNAVAILABLE;
        } catch (Failure failure) {
            err.println("motcua: " + failure.getMessage());
            return FAILED;
        }
    }

    private int execute(Command command) {
        return switch (command) {
            case Command.Up(boolean fresh) -> {
                up().run(fresh);
                yield OK;
            }
            case Command.Demo(boolean outages, boolean down, String agency) -> demo(outages, down, agency);
            case Command.DemoInContainers() -> demoInContainers();
            case Command.Status() -> status();
            case Command.Logs(String name, boolean follow) -> new Logs(workspace).show(name, follow);
            case Command.Stop(String child, boolean kill) -> {
                platform().stopOne(child, kill);
                yield OK;
            }
            case Command.Start(String child) -> {
                platform().startOne(child);
                yield OK;
            }
            case Command.Down() -> {
                out.println(platform().down() ? "motcua is down" : "motcua was not running");
                yield OK;
            }
            case Command.Token(String role, String agency, Optional<String> user) -> {
                platform().requireRunning();
                String name = user.orElseGet(() -> SignIns.playing(role, agency));
                out.println(new Tokens(ports().address(Port.SANDBOX)).of(name));
                yield OK;
            }
            case Command.App(var what) -> {
                platform().requireRunning();
                String operator = new Tokens(ports().address(Port.SANDBOX)).of(SignIns.playing("operator", "H37"));
                new RegisteredApps(Api.at(ports().address(Port.GATEWAY)).as(operator))
                        .run(what)
                        .forEach(out::println);
                yield OK;
            }
            case Command.AddAgency(String code, String name, var own) -> {
                agencies().add(new AgencyCode(code), name, own);
                yield OK;
            }
            case Command.RemoveAgency(String code) -> {
                agencies().remove(new AgencyCode(code));
                yield OK;
            }
            case Command.ListAgencies() -> {
                agencies().list().forEach(out::println);
                yield OK;
            }
            case Command.Bench(String what) -> {
                bench(what);
                yield OK;
            }
            case Command.Help() -> {
                out.print(Help.TEXT);
                yield OK;
            }
            case Command.Later(String name) -> {
                err.println("motcua: '%s' comes with a later issue".formatted(name));
                yield MISUSED;
            }
        };
    }

    private int demo(boolean outages, boolean down, String agency) {
        return told(playDemo(outages, down, agency));
    }

    private int told(Optional<String> failure) {
        out.println(failure.map(what -> "demo: failed: " + what).orElse("demo: passed"));
        return failure.isEmpty() ? OK : FAILED;
    }

    private int demoInContainers() {
        var firstUse = new FirstUse(ports(), workspace.home().resolve("containers"), workspace, out);
        firstUse.awaitAnswers();
        firstUse.loadSamples();
        return told(new Demo(ports(), SignIns.SAMPLE_AGENCY, out).run(Optional.empty()));
    }

    private Optional<String> playDemo(boolean outages, boolean down, String agency) {
        try {
            boolean startedHere = up().run(false);
            Optional<String> failure = new Demo(ports(), new AgencyCode(agency).value(), out)
                    .run(outages ? Optional.of(platform().requireRunning()) : Optional.empty());
            boolean ci = Boolean.parseBoolean(environment.getOrDefault("CI", "false"));
            if (startedHere && (down || ci)) {
                platform().down();
            } else if (down) {
                out.println("left running, as it was before the demo; ./motcua down ends it");
            }
            return failure;
        } catch (Failure failure) {
            return Optional.of(String.valueOf(failure.getMessage()));
        }
    }

    private void bench(String what) {
        switch (what) {
            case "store" -> new StoreBench(workspace, environment, out).run();
            case "gateway" -> new GatewayBench(workspace, environment, out).run();
            default -> throw new UsageProblem("there is nothing to measure by the name of '%s'".formatted(what));
        }
    }

    private int status() {
        Optional<Control> control = platform().running();
        if (control.isEmpty()) {
            List<RunningProcess> orphans = platform().orphans();
            out.println(
                    orphans.isEmpty()
                            ? "motcua is not running; ./motcua up starts it"
                            : "the supervisor is gone, but these still run: %s; ./motcua down ends them"
                                    .formatted(orphans.stream()
                                            .map(RunningProcess::name)
                                            .collect(Collectors.joining(", "))));
            return FAILED;
        }
        new Status(ports(), platform().places().own(), Instant.now())
                .lines(control.get().report(), control.get().pid())
                .forEach(out::println);
        LastUp.read(workspace.lastUp()).ifPresent(lastUp -> out.println("last up: " + lastUp));
        return OK;
    }

    private Up up() {
        return new Up(workspace, ports(), platform(), Boolean.getBoolean(TERMINAL), out);
    }

    private Agencies agencies() {
        return new Agencies(workspace, ports(), platform(), Boolean.getBoolean(TERMINAL), out);
    }

    private Platform platform() {
        return new Platform(workspace, ports(), environment, out);
    }

    private Ports ports() {
        return Ports.from(environment);
    }
}
