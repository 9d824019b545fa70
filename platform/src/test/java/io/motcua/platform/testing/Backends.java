package io.motcua.platform.testing;

import io.motcua.embedded.EmbeddedBroker;
import io.motcua.embedded.EmbeddedStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

/**
 * The store and the broker of this JVM, started once: those that the environment names; else, with
 * {@code -Dmotcua.test.containers=true}, MongoDB and Apache Kafka in containers; else embedded ones.
 */
public final class Backends {

    private static final Object LOCK = new Object();
    private static String mongo = System.getenv().getOrDefault("MONGODB_URI", "");
    private static String kafka = System.getenv().getOrDefault("KAFKA_BOOTSTRAP_SERVERS", "");

    private Backends() {}

    public static String mongodbUri() {
        synchronized (LOCK) {
            if (mongo.isEmpty()) {
                mongo = Containers.WANTED ? Containers.mongodbUri() : embeddedStore();
            }
            return mongo;
        }
    }

    public static String bootstrapServers() {
        synchronized (LOCK) {
            if (kafka.isEmpty()) {
                kafka = Containers.WANTED ? Containers.bootstrapServers() : embeddedBroker();
            }
            return kafka;
        }
    }

    private static String embeddedStore() {
        return Disagreement.wanted()
                .map(DisagreeingStore::uri)
                .orElseGet(() -> EmbeddedStore.inMemory().uri());
    }

    private static String embeddedBroker() {
        try {
            return EmbeddedBroker.in(Files.createTempDirectory("motcua-kafka")).bootstrapServers();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
