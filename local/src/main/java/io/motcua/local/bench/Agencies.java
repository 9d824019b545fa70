package io.motcua.local.bench;

import io.motcua.local.failure.Failure;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import tools.jackson.databind.json.JsonMapper;

/** Tells, as the catalogue does, of an agency in the pool and of one with instances of its own. */
record Agencies(String broker) {

    static final String POOLED = "H37";
    static final String OWN = "H99";

    private static final String TOPIC = "motcua.catalog";
    private static final int PARTITIONS = 4;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    void record(String service) {
        Map<String, Object> settings = Map.of("bootstrap.servers", broker);
        try (var admin = Admin.create(settings);
                var records = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            var topic = new NewTopic(TOPIC, Optional.of(PARTITIONS), Optional.empty())
                    .configs(Map.of("cleanup.policy", "compact"));
            admin.createTopics(List.of(topic)).all().get(30, TimeUnit.SECONDS);
            records.send(agency(POOLED, service, "pool")).get(30, TimeUnit.SECONDS);
            records.send(agency(OWN, service, "own")).get(30, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new Failure("the broker does not take the agencies: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("interrupted", e);
        }
    }

    private static ProducerRecord<String, byte[]> agency(String code, String service, String mode) {
        var data = Map.of(
                "agency",
                code,
                "names",
                Map.of("vi", code, "en", code),
                "kind",
                "PROVINCE",
                "placements",
                Map.of(service, Map.of("mode", mode, "epoch", 1)),
                "validFrom",
                "2021-01-01");
        var event = new ProducerRecord<>(TOPIC, code, JSON.writeValueAsBytes(data));
        Map.of(
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        UUID.randomUUID().toString(),
                        "ce_source",
                        "/catalog-service",
                        "ce_type",
                        "io.motcua.catalog.agency-recorded.v1",
                        "ce_subject",
                        code,
                        "ce_agency",
                        code,
                        "ce_sequence",
                        "1",
                        "ce_time",
                        Instant.now().toString())
                .forEach((name, value) -> event.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return event;
    }
}
