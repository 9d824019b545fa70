package io.motcua.local.runtime;

import io.motcua.local.supervision.ReadyLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A server on ports and data of its own, asked to end as soon as it is ready. */
public record ServerRehearsal(List<String> arguments, Path data) implements Rehearsal {

    private static final int LONGEST_SECONDS = 60;
    private static final int PAUSE_MILLIS = 100;

    @Override
    public List<String> flags() {
        return List.of();
    }

    @Override
    public boolean attend(Process process, Path log) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_SECONDS);
        while (!ready(log) && System.nanoTime() < deadline) {
            if (process.waitFor(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
                return false;
            }
        }
        process.destroy();
        return ready(log) && process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void done() throws IOException {
        Folders.delete(data);
    }

    private static boolean ready(Path log) throws IOException {
        try (var lines = Files.lines(log)) {
            return lines.anyMatch(ReadyLine::says);
        }
    }
}
