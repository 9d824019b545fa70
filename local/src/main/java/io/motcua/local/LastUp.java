package io.motcua.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the last {@code up} took.
 *
 * @param trained caches were trained on the way, so it says little about the next one
 */
record LastUp(long millis, boolean trained) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static Optional<LastUp> read(Path file) {
        return Files.exists(file) ? Optional.of(JSON.readValue(file.toFile(), LastUp.class)) : Optional.empty();
    }

    void write(Path file) {
        JSON.writeValue(file.toFile(), this);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "healthy after %.1f s%s",
                millis / 1000.0,
                trained ? ", start-up caches were trained on the way; the next time is faster" : "");
    }
}
