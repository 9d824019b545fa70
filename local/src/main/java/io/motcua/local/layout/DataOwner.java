package io.motcua.local.layout;

import io.motcua.local.failure.Failure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * With which store and broker the data folder was filled. What lies in it, Kafka's events and the sandbox's messages, fits
 * no others: dossiers of two stores would share their codes.
 */
public record DataOwner(String store, String broker) {

    private static final String EMBEDDED = "embedded";
    private static final Pattern CREDENTIALS = Pattern.compile("//[^@/]*@");

    public static DataOwner of(Map<String, String> environment) {
        return new DataOwner(given(environment, "MONGODB_URI"), given(environment, "KAFKA_BOOTSTRAP_SERVERS"));
    }

    /** @throws Failure if the folder was filled with others */
    public void claim(Path data) {
        var marker = data.resolve("belongs-to");
        try {
            if (!Files.exists(marker)) {
                Files.createDirectories(data);
                Files.writeString(marker, toString() + "\n");
                return;
            }
            var owner = Files.readString(marker).strip();
            if (!owner.equals(toString())) {
                throw new Failure(
                        ("%s belongs to the %s; now it would be the %s. Name the same ones again, or begin anew"
                                        + " with ./motcua up --fresh (it empties the folder, not a store or broker of your own)")
                                .formatted(data, owner, this));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return "store " + store + ", broker " + broker;
    }

    private static String given(Map<String, String> environment, String variable) {
        var value = environment.getOrDefault(variable, "").strip();
        return value.isEmpty() ? EMBEDDED : CREDENTIALS.matcher(value).replaceFirst("//");
    }
}
