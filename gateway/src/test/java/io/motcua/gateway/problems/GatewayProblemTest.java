package io.motcua.gateway.problems;

import static org.assertj.core.api.Assertions.assertThat;

import io.motcua.platform.testing.ProblemDocuments;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class GatewayProblemTest {

    @Test
    void every_one_is_in_the_document_and_on_the_page() throws IOException {
        ProblemDocuments.tell("gateway", List.of(GatewayProblem.values()));
    }

    /** A client that was made from a service's document meets the gateway first. */
    @ParameterizedTest
    @ValueSource(strings = {"catalog-service", "dossier-service", "payment-service", "notification-service"})
    void the_services_documents_know_every_status_that_the_gateway_may_answer(String service) throws IOException {
        var document = JsonMapper.shared().readTree(Files.readString(Path.of("..", service, "openapi.json")));

        assertThat(document.at("/components/responses").propertyNames())
                .containsAll(Arrays.stream(GatewayProblem.values())
                        .map(it -> "Problem" + it.status())
                        .toList());
        for (var path : document.path("paths").properties()) {
            var about = path.getKey().contains("{agency}") || path.getKey().contains("/lookup/");
            assertThat(path.getValue().valueStream())
                    .as(path.getKey())
                    .allMatch(it -> it.path("responses").has("410") == about);
        }
    }
}
