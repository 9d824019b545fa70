package io.motcua.local.runtime;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A build of a program, and how it is laid out for a fast start. */
public sealed interface Part permits BootPart, ClassPathPart {

    /** The folder's name is this and the fingerprint. */
    String name();

    /** What it is made of. */
    List<Path> jars();

    /** Lays it out in a folder that does not exist yet. */
    void unpack(Path java, Path folder) throws IOException, InterruptedException;

    /** What follows the JVM's flags on the command line. */
    List<String> program(Path folder);
}
