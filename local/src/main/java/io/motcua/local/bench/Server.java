package io.motcua.local.bench;

import io.motcua.local.failure.Failure;
import io.motcua.local.patience.Patience;
import io.motcua.local.supervision.Probe;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A process that serves while it is measured, and ends with the measurement. */
record Server(String name, Process process, int port) implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    static Server start(String name, int port, List<String> command, Map<String, String> environment, Path log) {
        try {
            var builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .redirectInput(new File("/dev/null"));
            builder.environment().putAll(environment);
            return new Server(name, builder.start(), port);
        } catch (IOException e) {
            throw new Failure("%s does not start: %s".formatted(name, e.getMessage()), e);
        }
    }

    /** Itself, when it serves. */
    Server once(Probe ready) {
        Patience.of(PATIENCE).until(name + " to serve", () -> {
            if (!process.isAlive()) {
                throw new Failure("%s has ended, its log says why".formatted(name));
            }
            return ready.serves(0);
        });
        return this;
    }

    String address() {
        return "http://127.0.0.1:" + port;
    }

    /** What it has used of the processors so far. */
    Duration used() {
        return process.info()
                .totalCpuDuration()
                .orElseThrow(() -> new Failure("this system does not tell what a process has used"));
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }

    static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
