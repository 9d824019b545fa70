package io.motcua.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.motcua.events.catalog.AgencyRecorded;
import io.motcua.events.dossier.DossierAccepted;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class EventContractTest {

    /** As the platform writes and reads events: nulls are left out, unknown fields ignored. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultPropertyInclusion(it -> it.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    /** What would say who somebody is. A thing may have a name; a person must not. */
    private static final Set<String> PERSONAL = Set.of(
            "personalId", "email", "phone", "fullName", "personName", "applicantName", "birthDate", "address", "sub");

    private static final Set<String> NAMED_THINGS = Set.of("fee", "component");

    static final List<EventType<?>> ALL = EventTypes.ALL;

    @Test
    void names_follow_one_pattern_and_stand_once() {
        assertThat(ALL)
                .extracting(EventType::name)
                .doesNotHaveDuplicates()
                .allMatch(it ->
                        it.matches("io\\.motcua\\.(catalog|dossier|payment|notification)\\.[a-z]+(-[a-z]+)*\\.v[1-9]"));
        assertThat(ALL).extracting(EventType::payload).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void the_source_in_the_name_is_the_writer_of_the_topic(EventType<?> type) {
        var source = type.name().split("\\.")[2];
        assertThat(type.topic())
                .isEqualTo(Map.of(
                                "catalog", Topics.CATALOG,
                                "dossier", Topics.DOSSIERS,
                                "payment", Topics.PAYMENTS,
                                "notification", Topics.NOTIFICATIONS)
                        .get(source));
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void the_golden_example_matches_its_schema_and_its_own_shape(EventType<?> type) {
        Contract.assertSameShape(type, Contract.golden(type));
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void the_golden_example_reads_into_the_record_and_is_written_back_the_same(EventType<?> type) {
        var golden = JSON.readTree(Contract.golden(type));
        var event = JSON.treeToValue(golden, type.payload());
        assertThat(JSON.readTree(JSON.writeValueAsBytes(event))).isEqualTo(golden);
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void the_golden_example_leaves_nothing_out(EventType<?> type) {
        assertThat(gaps(type.payload(), JSON.readTree(Contract.golden(type)), ""))
                .isEmpty();
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void the_schema_names_and_requires_what_the_record_does(EventType<?> type) {
        compareWithRecord(type.payload(), Contract.schemaNode(type), "");
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void a_field_that_came_later_disturbs_nobody(EventType<?> type) {
        var later = (ObjectNode) JSON.readTree(Contract.golden(type));
        later.put("addedLater", "whatever");
        Contract.assertMatchesSchema(type, bytes(later));
        assertThat(JSON.treeToValue(later, type.payload())).isNotNull();
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void an_event_without_its_optional_fields_is_complete(EventType<?> type) {
        var event = (ObjectNode) JSON.readTree(Contract.golden(type));
        for (var component : type.payload().getRecordComponents()) {
            if (Shape.optional(component)) {
                event.putNull(component.getName());
            }
        }
        Contract.assertSameShape(type, bytes(event));
        assertThat(JSON.treeToValue(event, type.payload())).isNotNull();
    }

    @Test
    void another_shape_is_noticed_although_the_schema_lets_it_pass() {
        var renamed = (ObjectNode) JSON.readTree(Contract.golden(DossierAccepted.TYPE));
        renamed.put("acceptedBy", "p-1");
        assertThatThrownBy(() -> Contract.assertSameShape(DossierAccepted.TYPE, bytes(renamed)))
                .hasMessageContaining("/acceptedBy is not in the golden example");

        var nested = (ObjectNode) JSON.readTree(Contract.golden(AgencyRecorded.TYPE));
        ((ObjectNode) nested.at("/placements/payment-service")).put("host", "10.0.0.1");
        assertThatThrownBy(() -> Contract.assertSameShape(AgencyRecorded.TYPE, bytes(nested)))
                .hasMessageContaining("/placements/payment-service/host");
    }

    @Test
    void no_schema_knows_a_field_that_says_who_somebody_is() {
        var offenders = new TreeSet<String>();
        var nodes = new ArrayList<JsonNode>();
        ALL.forEach(it -> nodes.add(Contract.schemaNode(it)));
        nodes.forEach(it -> collect(it, "", offenders));
        collect(types(), "types", offenders);
        assertThat(offenders).isEmpty();
    }

    private static void collect(JsonNode node, String owner, Set<String> offenders) {
        node.path("properties").propertyNames().forEach(field -> {
            if (PERSONAL.contains(field) || field.equals("name") && !NAMED_THINGS.contains(owner)) {
                offenders.add(owner + "." + field);
            }
        });
        node.properties().forEach(it -> collect(it.getValue(), it.getKey(), offenders));
    }

    private static void compareWithRecord(Class<?> record, JsonNode schema, String pointer) {
        var fields = new TreeSet<String>();
        var required = new TreeSet<String>();
        for (var component : record.getRecordComponents()) {
            fields.add(component.getName());
            if (!Shape.optional(component)) {
                required.add(component.getName());
            }
        }
        assertThat(new TreeSet<>(schema.get("properties").propertyNames()))
                .as("fields of %s", pointer)
                .isEqualTo(fields);
        assertThat(schema.get("required").valueStream().map(JsonNode::asString))
                .as("required fields of %s", pointer)
                .containsExactlyInAnyOrderElementsOf(required);
        for (var component : record.getRecordComponents()) {
            var part = resolve(schema.get("properties").get(component.getName()));
            var element = element(component.getGenericType());
            if (component.getGenericType() instanceof ParameterizedType generic) {
                part = resolve(part.get(generic.getRawType() == Map.class ? "additionalProperties" : "items"));
            }
            if (element.isRecord()) {
                compareWithRecord(element, part, pointer + "/" + component.getName());
            }
        }
    }

    private static JsonNode resolve(JsonNode schema) {
        if (schema.has("anyOf")) {
            return resolve(schema.get("anyOf").get(0));
        }
        if (!schema.has("$ref")) {
            return schema;
        }
        var ref = schema.get("$ref").asString();
        return resolve(types().at(ref.substring(ref.indexOf('#') + 1)));
    }

    private static JsonNode types() {
        return JSON.readTree(EventTypes.class.getResourceAsStream("schemas/types.json"));
    }

    private static Class<?> element(Type type) {
        return type instanceof ParameterizedType generic
                ? element(generic.getActualTypeArguments()[generic.getActualTypeArguments().length - 1])
                : (Class<?>) type;
    }

    private static List<String> gaps(Type type, JsonNode node, String pointer) {
        var gaps = new ArrayList<String>();
        if (node.isNull() || node.isMissingNode() || node.isContainer() && node.isEmpty()) {
            gaps.add(pointer);
        } else if (type instanceof ParameterizedType) {
            node.valueStream().forEach(it -> gaps.addAll(gaps(element(type), it, pointer + "/*")));
        } else if (element(type).isRecord()) {
            Arrays.stream(element(type).getRecordComponents())
                    .forEach(it -> gaps.addAll(
                            gaps(it.getGenericType(), node.path(it.getName()), pointer + "/" + it.getName())));
        }
        return gaps;
    }

    private static byte[] bytes(JsonNode node) {
        return JSON.writeValueAsBytes(node);
    }
}
