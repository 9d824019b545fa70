package io.motcua.sandbox.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Where the sandbox keeps its few files. */
@ConfigurationProperties("motcua.sandbox")
public record DataFolder(@DefaultValue(".motcua/sandbox") Path data) {

    /** A file in the folder, which exists afterwards (the folder, not the file). */
    public Path file(String name) {
        try {
            Files.createDirectories(data);
        } catch (IOException refused) {
            throw new UncheckedIOException("Cannot create the data folder " + data.toAbsolutePath(), refused);
        }
        return data.resolve(name);
    }
}
