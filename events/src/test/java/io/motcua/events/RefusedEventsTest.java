package io.motcua.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class RefusedEventsTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static final List<EventType<?>> ALL = EventTypes.ALL;

    @ParameterizedTest
    @FieldSource("ALL")
    void an_event_without_any_one_required_field_is_refused_by_schema_and_record(EventType<?> type) {
        for (var component : type.payload().getRecordComponents()) {
            if (!Shape.optional(component)) {
                var event = (ObjectNode) JSON.readTree(Contract.golden(type));
                event.remove(component.getName());
                assertRefused(type, bytes(event));
            }
        }
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', textBlock = """
            catalog.agency-recorded,           /names/vi,                       null
            catalog.agency-recorded,           /validFrom,                      "yesterday"
            catalog.agency-recorded,           /placements,                     []
            catalog.unit-recorded,             /aliases,                        {}
            catalog.calendar-recorded,         /openingHours/0/day,             "FUNDAY"
            catalog.calendar-recorded,         /openingHours/0/opens,           "25:00"
            catalog.calendar-recorded,         /daysOff/0/date,                 "2021-02-30"
            catalog.staff-recorded,            /active,                         "perhaps"
            catalog.procedure-version-recorded,/version,                        "first"
            catalog.procedure-version-recorded,/channels/0/limit/amount,        -1
            catalog.procedure-version-recorded,/channels/0/fees/0/amount/amount,-10000
            catalog.procedure-version-recorded,/components/0/name,              null
            dossier.submitted,                 /dossier/id,                     null
            dossier.submitted,                 /dossier,                        "D-1"
            dossier.submitted,                 /applicant/contact,              null
            dossier.submitted,                 /submittedAt,                    "08/06/2021"
            dossier.accepted,                  /dueAt,                          "2021-06-17"
            dossier.payment-demanded,          /amount/currency,                null
            dossier.payment-demanded,          /amount/amount,                  "ten thousand"
            dossier.rated,                     /stars,                          0
            dossier.rated,                     /stars,                          6
            payment.confirmed,                 /payer,                          []
            payment.confirmed,                 /attempt,                        null
            payment.confirmed,                 /amount,                         10000
            notification.message-sent,         /sentAt,                         true
            """)
    void what_cannot_be_understood_is_refused_by_schema_and_record(String name, String pointer, String value) {
        var type = named(name);
        assertRefused(type, bytes(changed(type, pointer, value)));
    }

    /** The record is tolerant where a later version may add a value; the schema holds the producer of today to it. */
    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', textBlock = """
            catalog.agency-recorded,           /agency,                         "langson"
            catalog.agency-recorded,           /placements/payment-service/mode,"rented"
            catalog.procedure-version-recorded,/version,                        0
            catalog.procedure-version-recorded,/tier,                           "VILLAGE"
            catalog.procedure-version-recorded,/minimumIdentityLevel,           3
            dossier.submitted,                 /dossier/code,                   "H37 no 1"
            dossier.submitted,                 /applicant/language,             "fr"
            dossier.submitted,                 /applicant/contact,              {"notification-service":"lan@example.vn"}
            dossier.supplement-requested,      /items,                          []
            dossier.payment-demanded,          /purpose,                        "GIFT"
            dossier.payment-demanded,          /amount/currency,                "đồng"
            payment.refund-proposed,           /attempt,                        0
            notification.message-abandoned,    /channel,                        "PIGEON"
            """)
    void what_a_producer_must_not_write_is_refused_by_the_schema(String name, String pointer, String value) {
        var type = named(name);
        assertThat(Contract.complaints(type, bytes(changed(type, pointer, value))))
                .isNotEmpty();
    }

    private static ObjectNode changed(EventType<?> type, String pointer, String value) {
        var event = (ObjectNode) JSON.readTree(Contract.golden(type));
        var cut = pointer.lastIndexOf('/');
        var parent = event.at(pointer.substring(0, cut));
        assertThat(event.at(pointer).isMissingNode()).as(pointer).isFalse();
        if (parent instanceof ArrayNode array) {
            array.set(Integer.parseInt(pointer.substring(cut + 1)), JSON.readTree(value));
        } else {
            ((ObjectNode) parent).set(pointer.substring(cut + 1), JSON.readTree(value));
        }
        return event;
    }

    private static void assertRefused(EventType<?> type, byte[] event) {
        assertThat(Contract.complaints(type, event))
                .as("the schema's complaints")
                .isNotEmpty();
        assertThatThrownBy(() -> JSON.readValue(event, type.payload()))
                .as("reading %s into %s", new String(event), type.payload().getSimpleName())
                .isInstanceOf(RuntimeException.class);
    }

    private static EventType<?> named(String name) {
        return ALL.stream()
                .filter(it -> it.name().equals("io.motcua." + name + ".v1"))
                .findFirst()
                .orElseThrow();
    }

    private static byte[] bytes(JsonNode node) {
        return JSON.writeValueAsBytes(node);
    }
}
