package io.motcua.events;

import java.util.Objects;

/**
 * The stable name of an event, its topic and its payload.
 *
 * @param name the CloudEvents {@code type}, with its major version: {@code io.motcua.dossier.accepted.v1}
 * @param topic the Kafka topic that carries it
 * @param payload the record that its JSON data reads into
 * @param <T> the payload
 */
public record EventType<T>(String name, String topic, Class<T> payload) {

    public EventType {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(topic, "topic");
        Objects.requireNonNull(payload, "payload");
    }
}
