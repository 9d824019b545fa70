package io.motcua.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a producer's test writes and a consumer's test reads: the schema and the golden example of every event type.
 *
 * <p>A producer calls {@link #assertSameShape} with the bytes that it put on the wire; a consumer feeds
 * {@link #golden} to its listener. So neither can drift from what is written down here.
 */
public final class Contract {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            registry -> registry.schemaRegistryConfig(
                    SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));

    private static final Map<String, Schema> READ = new ConcurrentHashMap<>();

    private Contract() {}

    /** The golden example: every field is filled, every list and map has an entry. */
    public static byte[] golden(EventType<?> type) {
        var path = "examples/" + type.name() + ".json";
        try (var in = EventTypes.class.getResourceAsStream(path)) {
            assertThat(in).as("golden example %s", path).isNotNull();
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Fails with all complaints at once. Fields that the schema does not know are legal: change is additive. */
    public static void assertMatchesSchema(EventType<?> type, byte[] json) {
        assertThat(complaints(type, json))
                .as("%s against its schema: %s", type.name(), new String(json, StandardCharsets.UTF_8))
                .isEmpty();
    }

    /**
     * Fails unless the event matches its schema and has the fields of the golden example and no others, with the same
     * JSON types, all the way down. An optional field may be missing or null; lists and maps may be of any length.
     */
    public static void assertSameShape(EventType<?> type, byte[] json) {
        assertMatchesSchema(type, json);
        var differences = Shape.differences(type.payload(), JSON.readTree(golden(type)), JSON.readTree(json));
        assertThat(differences)
                .as("%s beside its golden example: %s", type.name(), new String(json, StandardCharsets.UTF_8))
                .isEmpty();
    }

    static List<Error> complaints(EventType<?> type, byte[] json) {
        return READ.computeIfAbsent(type.name(), Contract::read)
                .validate(new String(json, StandardCharsets.UTF_8), InputFormat.JSON);
    }

    static JsonNode schemaNode(EventType<?> type) {
        return READ.computeIfAbsent(type.name(), Contract::read).getSchemaNode();
    }

    private static Schema read(String type) {
        // By location and not by content, so that the relative $ref to types.json is found beside it.
        return SCHEMAS.getSchema(SchemaLocation.of("classpath:io/motcua/events/schemas/" + type + ".json"));
    }
}
