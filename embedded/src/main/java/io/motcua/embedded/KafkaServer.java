package io.motcua.embedded;

import java.nio.file.Path;

/** The Kafka broker as a process of its own: {@code --port 9092 --controller-port 9093 --data DIR}. */
public final class KafkaServer {

    private KafkaServer() {}

    public static void main(String[] args) {
        var arguments = new Arguments(args);
        var broker = EmbeddedBroker.in(
                Path.of(arguments.text("--data")), arguments.number("--port"), arguments.number("--controller-port"));
        Runtime.getRuntime().addShutdownHook(new Thread(broker::close, "close"));
        System.out.println("ready " + broker.port());
        broker.awaitShutdown();
    }
}
