package io.motcua.local;

import io.motcua.local.control.Control;
import io.motcua.local.failure.Failure;
import io.motcua.local.layout.Workspace;
import io.motcua.local.patience.Patience;
import io.motcua.local.runtime.Jvm;
import io.motcua.local.supervision.Launch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Brings the background process to life. */
final class SupervisorStart {

    private final Workspace workspace;

    SupervisorStart(Workspace workspace) {
        this.workspace = workspace;
    }

    Control start() {
        try {
            Files.deleteIfExists(workspace.controlFile());
            Process process = launch().start(workspace.log(SupervisorProcess.NAME));
            return Patience.of(Duration.ofSeconds(20)).await("the supervisor", () -> {
                if (!process.isAlive()) {
                    throw new Failure(
                            "the supervisor did not start:\n" + new Logs(workspace).end(SupervisorProcess.NAME, 10));
                }
                return connect();
            });
        } catch (IOException e) {
            throw new UncheckedIOException("The supervisor could not be started", e);
        }
    }

    private Optional<Control> connect() {
        return Control.connect(workspace.controlFile());
    }

    private Launch launch() {
        return new Launch(
                List.of(
                        Jvm.ofLauncher().toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xss512k",
                        "-Xmx32m",
                        "-Djava.net.preferIPv4Stack=true",
                        "--enable-native-access=ALL-UNNAMED",
                        "-D%s=%s".formatted(Launcher.ROOT, workspace.root()),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Launcher.class.getName(),
                        Launcher.SUPERVISE),
                Map.of("MALLOC_ARENA_MAX", "2"));
    }
}
