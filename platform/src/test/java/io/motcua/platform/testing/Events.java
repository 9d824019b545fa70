package io.motcua.platform.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The event bus of the tests: publishes as another service would, and reads what the service under test published. */
public final class Events implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
            Map.of("bootstrap.servers", Backends.bootstrapServers(), "acks", "all"),
            new StringSerializer(),
            new ByteArraySerializer());

    /** A record with its CloudEvents headers. */
    public record Published(String key, Map<String, String> headers, byte[] bytes) {

        public String type() {
            return headers.getOrDefault("ce_type", "");
        }

        public JsonNode data() {
            return JSON.readTree(bytes);
        }
    }

    /** Makes sure that the topics of services that do not run here exist. */
    public static void createTopics(String... names) {
        try (var admin = Admin.create(Map.of("bootstrap.servers", Backends.bootstrapServers()))) {
            for (var name : names) {
                try {
                    admin.createTopics(List.of(new NewTopic(name, 2, (short) 1)))
                            .all()
                            .get();
                } catch (ExecutionException e) {
                    if (!(e.getCause() instanceof TopicExistsException)) {
                        throw new IllegalStateException(e);
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Publishes an event and returns its {@code ce_id}. */
    public String publish(String topic, String key, String type, String agency, long sequence, Object payload) {
        var id = UUID.randomUUID().toString();
        publish(id, topic, key, type, agency, sequence, payload);
        return id;
    }

    /** Publishes an event under a given {@code ce_id}: twice the same is a redelivery. */
    public void publish(
            String id, String topic, String key, String type, String agency, long sequence, Object payload) {
        var bytes = payload instanceof byte[] given ? given : JSON.writeValueAsBytes(payload);
        var headers = Map.of(
                "ce_specversion",
                "1.0",
                "ce_id",
                id,
                "ce_source",
                "/test",
                "ce_type",
                type,
                "ce_subject",
                key,
                "ce_time",
                Instant.now().toString(),
                "ce_agency",
                agency,
                "ce_sequence",
                Long.toString(sequence));
        publishRaw(topic, key, headers, bytes);
    }

    public void publishRaw(String topic, String key, Map<String, String> headers, byte[] bytes) {
        createTopics(topic);
        var event = new ProducerRecord<>(topic, key, bytes);
        headers.forEach((name, value) -> event.headers().add(name, value.getBytes(UTF_8)));
        try {
            producer.send(event).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /**
     * Records where an agency is placed, as the service that keeps such records would.
     *
     * @param own the services that it has instances of its own of
     */
    public void place(String agency, String... own) {
        var placements = Arrays.stream(own).collect(Collectors.toMap(it -> it, _ -> Map.of("mode", "own", "epoch", 1)));
        publish(
                "motcua.catalog",
                agency,
                "io.motcua.catalog.agency-recorded.v1",
                agency,
                System.nanoTime(),
                Map.of("agency", agency, "placements", placements));
    }

    /** Waits for an event of the type that the predicate accepts; fails after 30 seconds. */
    public Published awaitType(String topic, String type, Predicate<Published> accepts) {
        return await(topic, it -> it.type().equals(type) && accepts.test(it));
    }

    public Published await(String topic, Predicate<Published> accepts) {
        createTopics(topic);
        var deadline = Instant.now().plus(Duration.ofSeconds(30));
        try (var consumer = consumer(topic)) {
            var seen = new ArrayList<String>();
            while (Instant.now().isBefore(deadline)) {
                for (var it : consumer.poll(Duration.ofMillis(100))) {
                    var event = published(it);
                    if (accepts.test(event)) {
                        return event;
                    }
                    seen.add(event.type());
                }
            }
            throw new AssertionError("No such event on " + topic + " within 30 s; there were " + seen);
        }
    }

    /** Everything that is on the topic now. */
    public List<Published> all(String topic) {
        createTopics(topic);
        try (var consumer = consumer(topic)) {
            var ends = consumer.endOffsets(consumer.assignment());
            var all = new ArrayList<Published>();
            while (ends.entrySet().stream().anyMatch(it -> consumer.position(it.getKey()) < it.getValue())) {
                consumer.poll(Duration.ofMillis(100)).forEach(it -> all.add(published(it)));
            }
            return all;
        }
    }

    @Override
    public void close() {
        producer.close();
    }

    private static KafkaConsumer<String, byte[]> consumer(String topic) {
        var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", Backends.bootstrapServers()),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        var partitions = consumer.partitionsFor(topic).stream()
                .map(it -> new TopicPartition(it.topic(), it.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        return consumer;
    }

    private static Published published(org.apache.kafka.clients.consumer.ConsumerRecord<String, byte[]> event) {
        var headers = new HashMap<String, String>();
        event.headers().forEach(it -> headers.put(it.key(), new String(it.value(), UTF_8)));
        return new Published(event.key(), headers, event.value());
    }
}
