package io.motcua.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.motcua.payment.testing.PaymentServiceTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The committed API document is what the service does; {@code -Dopenapi.write=true} writes it anew. */
class OpenApiTests extends PaymentServiceTest {

    private static final Path COMMITTED = Path.of("openapi.json");
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    @Test
    void the_committed_document_is_the_running_one() throws IOException {
        var running = running();
        if (Boolean.getBoolean("openapi.write")) {
            Files.writeString(COMMITTED, JSON.writeValueAsString(running) + "\n");
        }

        assertThat(JSON.readTree(Files.readString(COMMITTED))).isEqualTo(running);
    }

    /** The address differs from run to run and says nothing. */
    private JsonNode running() {
        var answer = api.get("/v3/api-docs");
        assertThat(answer.status()).isEqualTo(200);
        var document = (ObjectNode) answer.body();
        document.remove("servers");
        return document;
    }
}
