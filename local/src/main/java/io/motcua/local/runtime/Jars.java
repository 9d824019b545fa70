package io.motcua.local.runtime;

import io.motcua.local.failure.Failure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What the build has left for the launcher to run. */
public final class Jars {

    private Jars() {}

    /** The runnable jar of a module. */
    static Path ofModule(Path root, String module) {
        Predicate<String> own = name -> name.startsWith(module)
                && name.endsWith(".jar")
                && !name.endsWith("-tests.jar")
                && !name.endsWith("-sources.jar");
        return in(root.resolve(module).resolve("target"), own).stream()
                .findFirst()
                .orElseThrow(() -> new Failure("%s is not built; run ./mvnw -DskipTests package".formatted(module)));
    }

    static List<Path> in(Path folder) {
        return in(folder, name -> name.endsWith(".jar"));
    }

    /** Sorted, because an AOT cache fits one order of the class path only. */
    private static List<Path> in(Path folder, Predicate<String> wanted) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> wanted.test(file.getFileName().toString()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
