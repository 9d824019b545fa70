package io.motcua.local.runtime;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Plain jars with a main class; copied, so that a build does not pull them from under a running process. */
public record ClassPathPart(String name, List<Path> jars, String mainClass) implements Part {

    public static ClassPathPart embedded(Path root, String mainClass) {
        var libraries = Jars.in(root.resolve("embedded").resolve("target").resolve("lib"));
        var own = Jars.ofModule(root, "embedded");
        return new ClassPathPart(
                "embedded", Stream.concat(Stream.of(own), libraries.stream()).toList(), mainClass);
    }

    /** The launcher itself: a build must not pull the classes from under a running supervisor either. */
    public static ClassPathPart launcher(Path root, String mainClass) {
        var target = root.resolve("local").resolve("target");
        var libraries = Jars.in(target.resolve("lib"));
        return new ClassPathPart(
                "launcher",
                Stream.concat(Stream.of(target.resolve("local.jar")), libraries.stream())
                        .toList(),
                mainClass);
    }

    @Override
    public void unpack(Path java, Path folder) throws IOException {
        Files.createDirectories(folder);
        for (Path jar : jars) {
            Files.copy(jar, folder.resolve(jar.getFileName()));
        }
    }

    @Override
    public List<String> program(Path folder) {
        String classPath = jars.stream()
                .map(jar -> folder.resolve(jar.getFileName()).toString())
                .collect(Collectors.joining(File.pathSeparator));
        return List.of("-cp", classPath, mainClass);
    }
}
