package io.motcua.local.bench;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;

/** Programs of the machine that a measurement asks for. */
record Tools(Map<String, String> environment) {

    /** Where Debian keeps servers, which is not on everybody's path. */
    private static final String SYSTEM = "/usr/sbin";

    /** @param debian the package that brings it */
    Path require(String program, String debian) {
        var path = environment.getOrDefault("PATH", "").split(File.pathSeparator);
        return Stream.concat(Arrays.stream(path), Stream.of(SYSTEM))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new Unavailable(
                        "not measured: %s is not here (Debian's package %s)".formatted(program, debian)));
    }
}
