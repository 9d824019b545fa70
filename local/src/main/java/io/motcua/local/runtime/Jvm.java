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
                "-Xmx" + heapMebibytes + "m",
                "-Djava.net.preferIPv4Stack=true",
                "-Dstdout.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8"));
        command.addAll(more);
        command.addAll(program);
        return command;
    }
}
