package io.motcua.platform.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RequiredTests {

    private record Part(String word) {}

    private record Answered(String always, @Nullable String sometimes, int number, List<Part> parts) {}

    private record Asked(String always, List<Part> parts) {}

    @Test
    void what_is_answered_always_has_what_cannot_be_null() {
        var document = document(null);

        assertThat(schema(document, "Answered").getRequired()).containsExactlyInAnyOrder("always", "number", "parts");
        assertThat(schema(document, "Part").getRequired()).containsExactly("word");
    }

    @Test
    void what_is_sent_too_is_left_to_its_constraints() {
        var document = document("Asked");

        assertThat(schema(document, "Asked").getRequired()).isNull();
        assertThat(schema(document, "Part").getRequired()).isNull();
        assertThat(schema(document, "Answered").getRequired()).contains("always");
    }

    private static Schema<?> schema(OpenAPI document, String name) {
        return document.getComponents().getSchemas().get(name);
    }

    private static OpenAPI document(@Nullable String sent) {
        var required = new Required();
        var converters = new ModelConverters(true);
        converters.addConverter(required);
        var components = new Components();
        for (var type : List.of(Answered.class, Asked.class)) {
            converters
                    .resolveAsResolvedSchema(new AnnotatedType(type).resolveAsRef(true))
                    .referencedSchemas
                    .forEach(components::addSchemas);
        }
        var operation = new Operation();
        if (sent != null) {
            var body = new Schema<>().$ref("#/components/schemas/" + sent);
            operation.requestBody(new RequestBody()
                    .content(new Content().addMediaType("application/json", new MediaType().schema(body))));
        }
        var document = new OpenAPI()
                .components(components)
                .paths(new Paths().addPathItem("/things", new PathItem().post(operation)));
        required.customise(document);
        return document;
    }
}
