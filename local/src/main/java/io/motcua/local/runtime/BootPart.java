package io.motcua.local.runtime;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A Spring Boot jar; extracted, because classes in nested jars start twice as slowly and fit no AOT cache. */
public record BootPart(String name, Path jar) implements Part {

    public static BootPart ofModule(Path root, String module) {
        return new BootPart(module, Jars.ofModule(root, module));
    }

    @Override
    public List<Path> jars() {
        return List.of(jar);
    }

    @Override
    public void unpack(Path java, Path folder) throws IOException, InterruptedException {
        Process extraction = new ProcessBuilder(
                        java.toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Djarmode=tools",
                        "-jar",
                        jar.toString(),
                        "extract",
                        "--destination",
                        folder.toString())
                .redirectErrorStream(true)
                .start();
        try (var output = extraction.inputReader()) {
            String said = output.readAllAsString();
            if (extraction.waitFor() != 0) {
                throw new IOException("%s could not be unpacked: %s".formatted(jar.getFileName(), said.strip()));
            }
        } finally {
            extraction.destroy();
        }
    }

    @Override
    public List<String> program(Path folder) {
        return List.of("-jar", folder.resolve(jar.getFileName()).toString());
    }
}
