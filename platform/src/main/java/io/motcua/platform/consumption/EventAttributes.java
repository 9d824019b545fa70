package io.motcua.platform.consumption;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Reads the CloudEvents headers of a Kafka record. */
public final class EventAttributes {

    private EventAttributes() {}

    /** The type, or nothing if the record is no CloudEvent. */
    public static Optional<String> type(ConsumerRecord<?, ?> event) {
        return text(event, "ce_type");
    }

    /** @throws UnacceptableEvent if a header is missing or malformed */
    public static About read(ConsumerRecord<?, ?> event) {
        try {
            return new About(
                    required(event, "ce_id"),
                    required(event, "ce_source"),
                    required(event, "ce_type"),
                    required(event, "ce_agency"),
                    required(event, "ce_subject"),
                    Long.parseLong(required(event, "ce_sequence")),
                    Instant.parse(required(event, "ce_time")));
        } catch (DateTimeException | NumberFormatException e) {
            throw new UnacceptableEvent("A header of " + place(event) + " is malformed", e);
        }
    }

    private static String required(ConsumerRecord<?, ?> event, String name) {
        return text(event, name)
                .orElseThrow(() -> new UnacceptableEvent(place(event) + " has no header " + name, null));
    }

    private static Optional<String> text(ConsumerRecord<?, ?> event, String name) {
        var header = event.headers().lastHeader(name);
        return header == null ? Optional.empty() : Optional.of(new String(header.value(), UTF_8));
    }

    private static String place(ConsumerRecord<?, ?> event) {
        return event.topic() + "/" + event.partition() + "/" + event.offset();
    }
}
