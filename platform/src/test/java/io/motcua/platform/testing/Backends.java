package io.motcua.platform.testing;

import io.motcua.embedded.EmbeddedBroker;
import io.motcua.embedded.EmbeddedStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

/** The store and the broker of this JVM: those that the environment names, else embedded ones, started once. */
public final class Backends {

    private static final Object LOCK = new Object();
    private static String mongo = System.getenv().getOrDefault("MONGODB_URI", "");
    private static String kafka = System.getenv().getOrDefault("KAFKA_BOOTSTRAP_SERVERS", "");

    private Backends() {}

    public static String mongodbUri() {
        synchronized (LOCK) {
            if (mongo.isEmpty()) {
                mongo = EmbeddedStore.inMemory().uri();
            }
            return mongo;
        }
    }

    public static String bootstrapServers() {
        synchronized (LOCK) {
            if (kafka.isEmpty()) {
                try {
                    var folder = Files.createTempDirectory("motcua-kafka");
                    kafka = EmbeddedBroker.in(folder).bootstrapServers();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
            return kafka;
        }
    }
}
