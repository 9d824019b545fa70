package io.motcua.local;

import io.motcua.local.control.Control;
import io.motcua.local.failure.Failure;
import io.motcua.local.layout.Workspace;
import io.motcua.local.patience.Patience;
import io.motcua.local.runtime.ClassPathPart;
import io.motcua.local.runtime.Installation;
import io.motcua.local.runtime.Jvm;
import io.motcua.local.supervision.Launch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

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

    private Launch launch() throws IOException {
        var java = Jvm.ofLauncher();
        var part = ClassPathPart.launcher(workspace.root(), Launcher.class.getName());
        var program = part.program(place(java, part));
        var flags = List.of(
                java.toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xss512k",
                "-Xms8m",
                "-Xmx32m",
                "-Djava.net.preferIPv4Stack=true",
                "-Dstdout.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8",
                "--enable-native-access=ALL-UNNAMED",
                "-D%s=%s".formatted(Launcher.ROOT, workspace.root()));
        var command = Stream.of(flags, program, List.of(Launcher.SUPERVISE))
                .flatMap(List::stream)
                .toList();
        return new Launch(command, Map.of("MALLOC_ARENA_MAX", "2"));
    }

    private Path place(Path java, ClassPathPart part) throws IOException {
        try {
            return new Installation(workspace.run(), java).of(part);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("interrupted before the supervisor was started", e);
        }
    }
}
