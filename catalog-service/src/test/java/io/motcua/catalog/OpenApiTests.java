package io.motcua.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.motcua.platform.testing.Api;
import io.motcua.platform.testing.ServiceTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The API is what the committed document says; {@code -Dopenapi.write=true} writes it anew. */
@ServiceTest
class OpenApiTests {

    private static final Path COMMITTED = Path.of("openapi.json");
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    @Autowired
    Api api;

    @Test
    void the_running_document_is_the_committed_one() throws IOException {
        var running = (ObjectNode) api.get("/v3/api-docs").body();
        // The address of this test's server is no part of the contract.
        running.remove("servers");
        if (Boolean.getBoolean("openapi.write")) {
            Files.writeString(COMMITTED, JSON.writeValueAsString(running) + "\n");
        }
        assertThat(running).isEqualTo(JSON.readTree(Files.readString(COMMITTED)));
    }
}
