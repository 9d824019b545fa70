package io.motcua.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

class AsyncApiTest {

    private static final Path FILE = Path.of("asyncapi.yaml");

    private static final JsonNode API = YAMLMapper.builder().build().readTree(FILE);

    @Test
    void it_is_the_third_version() {
        assertThat(API.get("asyncapi").asString()).isEqualTo("3.0.0");
    }

    @Test
    void every_type_stands_once_with_its_own_schema() {
        var messages = API.at("/components/messages").values();
        assertThat(messages)
                .extracting(it -> it.get("name").asString())
                .containsExactlyInAnyOrderElementsOf(
                        EventTypes.ALL.stream().map(EventType::name).toList());
        assertThat(messages)
                .allSatisfy(it -> assertThat(it.at("/payload/schema/$ref").asString())
                        .endsWith("/" + it.get("name").asString() + ".json"));
    }

    @Test
    void every_topic_is_one_channel_and_carries_its_types() {
        var channels = API.get("channels").values();
        assertThat(channels)
                .extracting(it -> it.get("address").asString())
                .containsExactlyInAnyOrder(Topics.CATALOG, Topics.DOSSIERS, Topics.PAYMENTS, Topics.NOTIFICATIONS);
        assertThat(channels).allSatisfy(channel -> {
            var carried = channel.get("messages").values().stream()
                    .map(it -> API.at(it.get("$ref").asString().substring(1)))
                    .map(it -> it.get("name").asString());
            assertThat(carried)
                    .containsExactlyInAnyOrderElementsOf(EventTypes.ALL.stream()
                            .filter(it ->
                                    it.topic().equals(channel.get("address").asString()))
                            .map(EventType::name)
                            .toList());
        });
    }

    @Test
    void every_message_has_the_cloud_events_headers() {
        assertThat(API.at("/components/messages").values())
                .allSatisfy(it -> assertThat(it.at("/headers/$ref").asString())
                        .isEqualTo("#/components/schemas/cloudEventHeaders"));
        assertThat(API.at("/components/schemas/cloudEventHeaders/properties").propertyNames())
                .contains(
                        "ce_specversion",
                        "ce_id",
                        "ce_source",
                        "ce_type",
                        "ce_subject",
                        "ce_time",
                        "ce_agency",
                        "ce_sequence",
                        "traceparent");
    }

    @Test
    void every_reference_leads_somewhere() {
        assertThat(references(API))
                .isNotEmpty()
                .allSatisfy(it -> assertThat(
                                it.startsWith("#")
                                        ? !API.at(it.substring(1)).isMissingNode()
                                        : Files.isRegularFile(FILE.resolveSibling(it)))
                        .as(it)
                        .isTrue());
    }

    @Test
    void no_schema_or_example_is_left_without_a_type() throws Exception {
        var resources = Path.of("src/main/resources/io/motcua/events");
        var types = EventTypes.ALL.stream().map(it -> it.name() + ".json").toList();
        assertThat(names(resources.resolve("examples"))).containsExactlyInAnyOrderElementsOf(types);
        assertThat(names(resources.resolve("schemas")))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(types.stream(), Stream.of("types.json")).toList());
    }

    private static List<String> names(Path folder) throws Exception {
        try (var files = Files.list(folder)) {
            return files.map(it -> it.getFileName().toString()).toList();
        }
    }

    private static List<String> references(JsonNode node) {
        var found = new ArrayList<String>();
        node.properties().forEach(it -> {
            if (it.getKey().equals("$ref")) {
                found.add(it.getValue().asString());
            }
            found.addAll(references(it.getValue()));
        });
        if (node.isArray()) {
            node.forEach(it -> found.addAll(references(it)));
        }
        return found;
    }
}
