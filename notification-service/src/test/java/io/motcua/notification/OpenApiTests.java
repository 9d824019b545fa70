package io.motcua.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The API that this service promises is in the repository, so that a change of it is seen in a review. */
class OpenApiTests extends NotificationTest {
    private static final Path FILE = Path.of("openapi.json");
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    @Test
    void the_running_service_offers_what_the_committed_document_says() throws IOException {
        var running = (ObjectNode) api.get("/v3/api-docs").body();
        running.remove("servers");

        if (Boolean.getBoolean("openapi.write")) {
            Files.writeString(FILE, JSON.writeValueAsString(running) + "\n");
        }

        assertThat(running)
                .as("regenerate openapi.json with -Dopenapi.write=true if the change is meant")
                .isEqualTo(JSON.readTree(FILE.toFile()));
    }
}
