package io.motcua.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/** Apache Kafka itself, one node that is broker and controller, on a folder whose data survive a restart. */
public final class EmbeddedBroker implements AutoCloseable {

    private final KafkaRaftServer server;
    private final int port;

    private EmbeddedBroker(Properties settings, int port) {
        this.port = port;
        server = new KafkaRaftServer(KafkaConfig.fromProps(settings, false), Time.SYSTEM);
        server.startup();
    }

    /** Formats the folder if it is new, starts, and returns when the broker serves. */
    public static EmbeddedBroker in(Path folder, int port, int controllerPort) {
        var settings = settings(folder, port, controllerPort);
        if (!Files.exists(folder.resolve("log/meta.properties"))) {
            format(folder);
        }
        return new EmbeddedBroker(settings, port);
    }

    /** On two free ports. */
    public static EmbeddedBroker in(Path folder) {
        return in(folder, freePort(), freePort());
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    public int port() {
        return port;
    }

    void awaitShutdown() {
        server.awaitShutdown();
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }

    private static Properties settings(Path folder, int port, int controllerPort) {
        var it = new Properties();
        it.setProperty("process.roles", "broker,controller");
        it.setProperty("node.id", "1");
        it.setProperty("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
        it.setProperty("listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
        it.setProperty("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port);
        it.setProperty("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        it.setProperty("controller.listener.names", "CONTROLLER");
        it.setProperty("inter.broker.listener.name", "PLAINTEXT");
        it.setProperty("log.dirs", folder.resolve("log").toString());
        it.setProperty("auto.create.topics.enable", "false");
        it.setProperty("log.retention.hours", "720");
        it.setProperty("offsets.topic.replication.factor", "1");
        it.setProperty("offsets.topic.num.partitions", "4");
        it.setProperty("transaction.state.log.replication.factor", "1");
        it.setProperty("transaction.state.log.min.isr", "1");
        it.setProperty("transaction.state.log.num.partitions", "4");
        it.setProperty("share.coordinator.state.topic.replication.factor", "1");
        it.setProperty("share.coordinator.state.topic.min.isr", "1");
        it.setProperty("share.coordinator.state.topic.num.partitions", "1");
        it.setProperty("group.initial.rebalance.delay.ms", "0");
        it.setProperty("log.cleaner.dedupe.buffer.size", "16777216");
        // A restart after kill -9 waits for the old session to end: 12 s by default, 5 s with these.
        it.setProperty("broker.session.timeout.ms", "3000");
        it.setProperty("broker.heartbeat.interval.ms", "500");
        return it;
    }

    private static void format(Path folder) {
        try {
            Files.createDirectories(folder);
            var formatter = new Formatter();
            formatter
                    .setNodeId(1)
                    .setClusterId(Uuid.randomUuid().toString())
                    .setDirectories(List.of(folder.resolve("log").toString()))
                    .setMetadataLogDirectory(folder.resolve("log").toString())
                    .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
                    .setControllerListenerName("CONTROLLER")
                    .setIgnoreFormatted(true)
                    .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
            formatter.run();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot format Kafka's folder " + folder, e);
        } catch (Exception e) {
            throw new IllegalStateException("Cannot format Kafka's folder " + folder, e);
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("No free port", e);
        }
    }
}
