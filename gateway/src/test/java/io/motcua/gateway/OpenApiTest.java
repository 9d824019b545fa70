package io.motcua.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The committed API document is what the gateway answers itself; {@code -Dopenapi.write=true} writes it anew. */
class OpenApiTest extends GatewayTest {

    private static final Path COMMITTED = Path.of("openapi.json");
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    @Test
    void the_committed_document_is_the_running_one() throws IOException, InterruptedException {
        var running =
                (ObjectNode) send(HttpRequest.newBuilder(), "/openapi/gateway").body();
        assertThat(running.remove("servers").toString()).isEqualTo("[{\"url\":\"/\"}]");
        if (Boolean.getBoolean("openapi.write")) {
            Files.writeString(COMMITTED, JSON.writeValueAsString(running) + "\n");
        }

        assertThat(JSON.readTree(Files.readString(COMMITTED))).isEqualTo(running);
    }
}
