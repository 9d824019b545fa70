package io.motcua.local.processes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/**
 * One file per running child, so that whoever comes after a killed supervisor finds the children that it left.
 */
public final class PidFiles {

    private static final String SUFFIX = ".pid";

    private final Path folder;
    private final JsonMapper json = JsonMapper.builder().build();

    public PidFiles(Path folder) {
        this.folder = folder;
    }

    public void write(String name, ProcessHandle process) {
        try {
            Files.createDirectories(folder);
            Files.writeString(file(name), json.writeValueAsString(RunningProcess.of(name, process)) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("The pid of " + name + " could not be noted", e);
        }
    }

    public void remove(String name) {
        try {
            Files.deleteIfExists(file(name));
        } catch (IOException e) {
            throw new UncheckedIOException("The pid of " + name + " could not be forgotten", e);
        }
    }

    /** Those of the noted processes that still run. */
    public List<RunningProcess> alive() {
        return files().stream().map(this::read).filter(RunningProcess::alive).toList();
    }

    /** Forgets all of them, once none runs any more. */
    void clear() {
        try {
            for (Path file : files()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The pids could not be forgotten", e);
        }
    }

    private List<Path> files() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(SUFFIX)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private RunningProcess read(Path file) {
        return json.readValue(file.toFile(), RunningProcess.class);
    }

    private Path file(String name) {
        return folder.resolve(name + SUFFIX);
    }
}
