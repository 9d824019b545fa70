package io.motcua.local.runtime;

import io.motcua.local.processes.PidFiles;
import io.motcua.local.supervision.Launch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The JDK's ahead-of-time cache of one part (JEP 483, 514, 515): classes loaded and linked before the start. */
final class AotCache {

    private final Path file;
    private final Path log;
    private final PidFiles pidFiles;

    AotCache(Path file, Path log, PidFiles pidFiles) {
        this.file = file;
        this.log = log;
        this.pidFiles = pidFiles;
    }

    boolean trained() {
        return Files.exists(file);
    }

    List<String> flags() {
        return List.of("-XX:AOTCache=" + file);
    }

    /** @return whether there is a cache now; why there is none stands in the log */
    boolean train(Jvm jvm, List<String> program, Map<String, String> environment, Rehearsal rehearsal)
            throws IOException, InterruptedException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        Files.deleteIfExists(log);
        var flags = Stream.concat(Stream.of("-XX:AOTCacheOutput=" + fresh), rehearsal.flags().stream());
        var arguments = Stream.concat(program.stream(), rehearsal.arguments().stream());
        Process process = new Launch(jvm.command(flags.toList(), arguments.toList()), environment).start(log);
        String name = "training-" + file.getFileName();
        pidFiles.write(name, process.toHandle());
        boolean rehearsed;
        try {
            rehearsed = rehearsal.attend(process, log);
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly); // the JVM that writes the cache
            process.destroyForcibly().waitFor();
            pidFiles.remove(name);
            rehearsal.done();
        }
        if (rehearsed && Files.exists(fresh)) {
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        }
        Files.deleteIfExists(fresh);
        return trained();
    }
}
