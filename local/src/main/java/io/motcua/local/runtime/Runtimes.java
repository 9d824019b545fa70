package io.motcua.local.runtime;

import io.motcua.local.layout.Workspace;
import io.motcua.local.processes.PidFiles;
import io.motcua.local.supervision.Launch;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Makes parts ready to run: unpacked, trained, with their flags. */
public final class Runtimes {

    private final Workspace workspace;
    private final PidFiles pidFiles;
    private final Path java = Jvm.ofLauncher();
    private final Installation installation;

    public Runtimes(Workspace workspace, PidFiles pidFiles) {
        this.workspace = workspace;
        this.pidFiles = pidFiles;
        this.installation = new Installation(workspace.run(), java);
    }

    /**
     * @param component whose cache it is; two components may share one part
     * @param arguments of the real run
     */
    public Launch ready(
            String component,
            Part part,
            int heapMebibytes,
            Map<String, String> environment,
            List<String> arguments,
            Supplier<Rehearsal> rehearsal,
            Consumer<String> progress)
            throws IOException, InterruptedException {
        progress.accept("unpacking");
        Path folder = installation.of(part);
        var jvm = new Jvm(java, heapMebibytes);
        var program = part.program(folder);
        var cache = new AotCache(folder.resolve(component + ".aot"), workspace.log("training-" + component), pidFiles);
        if (!cache.trained()) {
            progress.accept("training its start-up cache, once per build");
        }
        boolean fast = cache.trained() || cache.train(jvm, program, environment, rehearsal.get());
        return new Launch(
                jvm.command(
                        fast ? cache.flags() : List.of(),
                        Stream.concat(program.stream(), arguments.stream()).toList()),
                environment,
                fast
                        ? ""
                        : "runs without a start-up cache, its training failed: see ./motcua logs training-"
                                + component);
    }
}
