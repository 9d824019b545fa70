package io.motcua.local.supervision;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A command with its environment, ready to run; what it prints is appended to a log.
 *
 * @param warning what the user should know about this way of running it, or empty
 */
public record Launch(List<String> command, Map<String, String> environment, String warning) {

    public Launch {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    public Launch(List<String> command, Map<String, String> environment) {
        this(command, environment, "");
    }

    /** The output goes to a file and not through a pipe, so that a child outlives a killed supervisor unharmed. */
    public Process start(Path log) throws IOException {
        Files.createDirectories(log.toAbsolutePath().getParent());
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        return process;
    }
}
