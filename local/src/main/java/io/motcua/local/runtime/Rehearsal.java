package io.motcua.local.runtime;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** One run of a part for the sake of its AOT cache. */
public sealed interface Rehearsal permits ContextRehearsal, ServerRehearsal {

    /** Flags and arguments that make this run a rehearsal. */
    List<String> flags();

    List<String> arguments();

    /**
     * Returns when the process, whose output goes to the log, has ended.
     *
     * @return whether it did what it was to rehearse; the JVM writes a cache of a failed start too, but a poor one
     */
    boolean attend(Process process, Path log) throws IOException, InterruptedException;

    /** Cleans up after itself. */
    void done() throws IOException;
}
