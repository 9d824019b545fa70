package io.motcua.platform.relay;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.motcua.platform.history.Outbox;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.bson.Document;

/** History entries as CloudEvents 1.0 in the Kafka binary binding. */
record EventRecords(String source) {

    ProducerRecord<String, byte[]> of(Outbox outbox, String aggregate, String agency, Document entry) {
        var data = outbox.data(aggregate, entry).getBytes(UTF_8);
        var event = new ProducerRecord<>(outbox.topic(), aggregate, data);
        header(event, "ce_specversion", "1.0");
        header(event, "ce_id", entry.getString("id"));
        header(event, "ce_source", source);
        header(event, "ce_type", entry.getString("type"));
        header(event, "ce_subject", aggregate);
        header(event, "ce_time", entry.getDate("at").toInstant().toString());
        header(event, "ce_agency", agency);
        header(event, "ce_sequence", Long.toString(entry.getLong("seq")));
        header(event, "content-type", "application/json");
        var trace = entry.getString("traceparent");
        if (trace != null) {
            header(event, "traceparent", trace);
        }
        return event;
    }

    private static void header(ProducerRecord<String, byte[]> event, String name, String value) {
        event.headers().add(name, value.getBytes(UTF_8));
    }
}
