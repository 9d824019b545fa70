package io.motcua.local.runtime;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Spring Boot builds its whole context and leaves before a port is opened or a record is consumed. */
public record ContextRehearsal() implements Rehearsal {

    private static final int LONGEST_SECONDS = 180;

    @Override
    public List<String> flags() {
        return List.of("-Dspring.context.exit=onRefresh");
    }

    @Override
    public List<String> arguments() {
        return List.of();
    }

    @Override
    public boolean attend(Process process, Path log) throws InterruptedException {
        return process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
    }

    @Override
    public void done() {
        // it wrote nothing
    }
}
