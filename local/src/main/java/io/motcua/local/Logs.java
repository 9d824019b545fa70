package io.motcua.local;

import io.motcua.local.failure.Failure;
import io.motcua.local.layout.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The logs of the children. */
final class Logs {

    private static final int SHOWN = 200;

    private final Workspace workspace;

    Logs(Workspace workspace) {
        this.workspace = workspace;
    }

    /** Shows the end of a log, and what follows if wished; {@code tail} knows best how. */
    int show(String name, boolean follow) {
        Path log = workspace.log(name);
        if (!Files.exists(log)) {
            throw new Failure("there is no log of '%s'; there are: %s".formatted(name, names()));
        }
        var command = new ArrayList<>(List.of("tail", "-n", String.valueOf(SHOWN)));
        if (follow) {
            command.add("-f");
        }
        command.add(log.toString());
        try {
            return new ProcessBuilder(command).inheritIO().start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    /** Keeps the logs of the last time beside those of this time. */
    void rotate() {
        try {
            for (Path log : all()) {
                Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The old logs could not be put aside", e);
        }
    }

    /** The last lines, for the one who has to understand why something did not start. */
    String end(String name, int lines) {
        if (!Files.exists(workspace.log(name))) {
            return "  | (it has none: it was never started)";
        }
        try {
            List<String> all = Files.readAllLines(workspace.log(name));
            return all.subList(Math.max(0, all.size() - lines), all.size()).stream()
                    .map(line -> "  | " + line)
                    .collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String names() {
        return all().stream()
                .map(log -> log.getFileName().toString().replaceFirst("\\.log$", ""))
                .collect(Collectors.joining(", "));
    }

    private List<Path> all() {
        if (!Files.isDirectory(workspace.logs())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(workspace.logs())) {
            return files.filter(file -> file.toString().endsWith(".log"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
