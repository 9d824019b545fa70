package io.motcua.platform.testing;

import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.mongodb.MongoDBContainer;

/**
 * MongoDB, as a replica set of one, and Apache Kafka in containers. They end with the JVM. Where these images cannot be
 * had, {@code .ci/containers} puts stand-ins of the same names under a prefix, which Testcontainers takes from
 * {@code TESTCONTAINERS_HUB_IMAGE_NAME_PREFIX}; nothing here knows the difference.
 */
final class Containers {

    static final boolean WANTED = Boolean.getBoolean("motcua.test.containers");

    /** The versions that docker-compose.yml runs. */
    private static final String MONGO = "mongo:8";

    private static final String KAFKA = "apache/kafka:4.2.1";

    private Containers() {}

    /** Whether an engine answers; asked once, and without waiting for one that is not there. */
    static boolean engineAnswers() {
        return DockerClientFactory.instance().isDockerAvailable();
    }

    @SuppressWarnings("resource") // it ends with the JVM
    static String mongodbUri() {
        var mongo = new MongoDBContainer(MONGO).withReplicaSet();
        Runtime.getRuntime().addShutdownHook(new Thread(mongo::stop));
        mongo.start();
        return mongo.getConnectionString();
    }

    @SuppressWarnings("resource") // it ends with the JVM
    static String bootstrapServers() {
        var kafka = new KafkaContainer(KAFKA);
        Runtime.getRuntime().addShutdownHook(new Thread(kafka::stop));
        kafka.start();
        return kafka.getBootstrapServers();
    }
}
