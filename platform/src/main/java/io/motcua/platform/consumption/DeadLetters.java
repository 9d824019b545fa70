package io.motcua.platform.consumption;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.KafkaTemplate;

/** Puts records that can never succeed aside on {@code <topic>-dlt}, whole, with the reason. */
public final class DeadLetters {

    private static final Logger log = LoggerFactory.getLogger(DeadLetters.class);

    private final KafkaTemplate<String, byte[]> kafka;
    private final MeterRegistry meters;
    private final String consumer;

    DeadLetters(KafkaTemplate<String, byte[]> kafka, MeterRegistry meters, String consumer) {
        this.kafka = kafka;
        this.meters = meters;
        this.consumer = consumer;
    }

    /** Returns when Kafka has it; throws, so that it is tried again, if not. */
    public void put(ConsumerRecord<String, byte[]> event, UnacceptableEvent reason) {
        var letter = new ProducerRecord<String, byte[]>(event.topic() + "-dlt", event.key(), event.value());
        event.headers().forEach(letter.headers()::add);
        header(letter, "motcua_consumer", consumer);
        header(letter, "motcua_reason", String.valueOf(reason.getMessage()));
        header(letter, "motcua_origin", event.topic() + "/" + event.partition() + "/" + event.offset());
        try {
            kafka.send(letter).get(30, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new KafkaException("The dead letter was not accepted", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("Interrupted while putting a dead letter", e);
        }
        meters.counter("motcua.events.dead.lettered", "topic", event.topic()).increment();
        log.error(
                "Dead letter from {}/{}/{}: {}", event.topic(), event.partition(), event.offset(), reason.getMessage());
    }

    private static void header(ProducerRecord<String, byte[]> letter, String name, String value) {
        letter.headers().add(name, value.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
