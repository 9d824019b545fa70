package io.motcua.local.layout;

import java.nio.file.Path;

/** The folder of a clone and what the launcher keeps in it; everything of ours lies under {@code .motcua}. */
public record Workspace(Path root) {

    public Workspace {
        root = root.toAbsolutePath().normalize();
    }

    public Path home() {
        return root.resolve(".motcua");
    }

    public Path logs() {
        return home().resolve("logs");
    }

    public Path log(String component) {
        return logs().resolve(component + ".log");
    }

    public Path data() {
        return home().resolve("data");
    }

    /** Which agencies were added here, with data of their own. */
    public Path agencies() {
        return data().resolve("agencies.json");
    }

    public Path keys() {
        return home().resolve("keys");
    }

    /** Unpacked parts and their AOT caches; may be deleted at any time when nothing runs. */
    public Path run() {
        return home().resolve("run");
    }

    public Path pids() {
        return home().resolve("pids");
    }

    public Path controlFile() {
        return home().resolve("control.json");
    }

    public Path lockFile() {
        return home().resolve("supervisor.lock");
    }

    /** The figures of the last {@code up}. */
    public Path lastUp() {
        return home().resolve("last-up.json");
    }
}
