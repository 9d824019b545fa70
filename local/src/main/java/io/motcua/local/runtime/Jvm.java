package io.motcua.local.runtime;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The flags of a laptop's JVM: the collector and the compiler with the smallest footprint. A server wants others.
 *
 * @param heapMebibytes the largest heap
 */
public record Jvm(Path java, int heapMebibytes) {

    private static final int INITIAL_HEAP_MEBIBYTES = 24;

    /** The JDK that runs the launcher runs the children: an AOT cache fits one JDK only. */
    public static Path ofLauncher() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }

    List<String> command(List<String> more, List<String> program) {
        var command = new ArrayList<String>();
        command.add(java.toString());
        command.addAll(List.of(
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xss512k",
                "-Xms" + INITIAL_HEAP_MEBIBYTES + "m", // else a 64th of the machine's memory, and all of it touched
                "-Xmx" + heapMebibytes + "m",
                "-Djava.net.preferIPv4Stack=true",
                "-Dstdout.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8"));
        command.addAll(more);
        command.addAll(program);
        return command;
    }
}
