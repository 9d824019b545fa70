package io.motcua.local.bench;

import io.motcua.local.failure.Failure;
import io.motcua.local.layout.Workspace;
import io.motcua.local.runtime.ClassPathPart;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Collectors;

/** The embedded store as {@code ./motcua} runs it, on a folder of its own that goes with it. */
record EmbeddedStore(Process process, int port, Path folder) implements AutoCloseable {

    private static final String READY = "ready ";

    static EmbeddedStore start(Workspace workspace) {
        try {
            Files.createDirectories(workspace.home());
            var folder = Files.createTempDirectory(workspace.home(), "bench");
            var jars = ClassPathPart.embedded(workspace.root(), "").jars().stream()
                    .map(Path::toString)
                    .collect(Collectors.joining(File.pathSeparator));
            var process = new ProcessBuilder(
                            ProcessHandle.current().info().command().orElse("java"),
                            "-XX:+UseSerialGC",
                            "-Xmx160m",
                            "-cp",
                            jars,
                            "io.motcua.embedded.StoreServer",
                            "--port",
                            "0",
                            "--data",
                            folder.toString())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            var port = process.inputReader()
                    .lines()
                    .filter(it -> it.startsWith(READY))
                    .map(it -> Integer.parseInt(it.substring(READY.length())))
                    .findFirst()
                    .orElseThrow(() -> new Failure("the embedded store does not start"));
            return new EmbeddedStore(process, port, folder);
        } catch (IOException e) {
            throw new Failure("the embedded store does not start: " + e.getMessage(), e);
        }
    }

    String uri() {
        return "mongodb://127.0.0.1:" + port;
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
        try (var files = Files.walk(folder)) {
            for (var it : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(it);
            }
        } catch (IOException e) {
            throw new Failure("%s could not be removed: %s".formatted(folder, e.getMessage()), e);
        }
    }
}
