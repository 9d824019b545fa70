package io.motcua.platform.stores;

import io.motcua.embedded.StoreServer;
import io.motcua.platform.testing.NeedsBackends;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A store that can be ended with SIGKILL and started again on what it has kept. */
interface Mortal extends AutoCloseable {

    String uri();

    void kill() throws Exception;

    void start() throws Exception;

    @Override
    void close() throws Exception;

    /** The one that the tests run on; nothing if that is somebody else's, who would not thank us. */
    static Optional<Mortal> atHand(Path folder) throws Exception {
        var given = System.getenv("MONGODB_URI");
        if (given == null && !NeedsBackends.IN_CONTAINERS) {
            return Optional.of(new Embedded(folder));
        }
        return given != null && Files.isExecutable(Scripted.SCRIPT) && given.equals(Scripted.run("uri"))
                ? Optional.of(new Scripted(given))
                : Optional.empty();
    }

    /** The embedded store as {@code ./motcua} starts it. */
    final class Embedded implements Mortal {

        private final Path folder;
        private int port;
        private @Nullable Process process;

        private Embedded(Path folder) throws IOException {
            this.folder = folder;
            start();
        }

        @Override
        public String uri() {
            return "mongodb://127.0.0.1:" + port;
        }

        @Override
        public void start() throws IOException {
            var started = new ProcessBuilder(
                            ProcessHandle.current().info().command().orElseThrow(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            StoreServer.class.getName(),
                            "--port",
                            Integer.toString(port),
                            "--data",
                            folder.toString())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process = started;
            var ready = started.inputReader()
                    .lines()
                    .filter(it -> it.startsWith("ready "))
                    .findFirst();
            port = Integer.parseInt(ready.orElseThrow().substring("ready ".length()));
        }

        @Override
        public void kill() throws InterruptedException {
            if (process != null) {
                process.destroyForcibly();
                process.waitFor(10, TimeUnit.SECONDS);
            }
        }

        @Override
        public void close() throws InterruptedException {
            kill();
        }
    }

    /** What {@code .ci/real-store} has set up. */
    record Scripted(String uri) implements Mortal {

        private static final Path SCRIPT = Path.of("../.ci/real-store");

        @Override
        public void kill() throws Exception {
            run("kill");
        }

        @Override
        public void start() throws Exception {
            run("start");
        }

        @Override
        public void close() {
            // it goes on for the next test
        }

        private static String run(String command) throws Exception {
            var process = new ProcessBuilder(SCRIPT.toString(), command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            var said = process.inputReader().readLine();
            if (process.waitFor() != 0 && command.equals("start")) {
                throw new IllegalStateException(SCRIPT + " does not start again");
            }
            return said == null ? "" : said;
        }
    }
}
