package io.motcua.platform.openapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Says of the records that show what they do not know, which of their members may be null. All others leave such members
 * out ({@code spring.jackson.default-property-inclusion}).
 */
final class Nulls implements ModelConverter {

    private static final String NULL = "null";

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        if (!chain.hasNext()) {
            return null;
        }
        var resolved = chain.next().resolve(type, context, chain);
        var shown = Json31.mapper().constructType(type.getType()).getRawClass();
        var inclusion = shown.getAnnotation(JsonInclude.class);
        var schema = context.getDefinedModels().get(shown.getSimpleName());
        if (shown.isRecord()
                && inclusion != null
                && inclusion.value() == JsonInclude.Include.ALWAYS
                && schema != null
                && schema.getProperties() != null) {
            for (var component : shown.getRecordComponents()) {
                if (mayBeNull(component)) {
                    allowNull(schema, component.getName());
                }
            }
        }
        return resolved;
    }

    private static boolean mayBeNull(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static void allowNull(Schema<?> schema, String member) {
        var properties = schema.getProperties();
        var known = properties.get(member);
        if (known != null) {
            properties.put(member, orNull(known));
        }
    }

    private static Schema<?> orNull(Schema<?> schema) {
        if (schema.get$ref() != null) {
            return new Schema<>().anyOf(List.of(schema, new Schema<>().types(Set.of(NULL))));
        }
        if (schema.getTypes() != null) {
            var types = new LinkedHashSet<>(schema.getTypes());
            types.add(NULL);
            schema.setTypes(types);
        }
        return schema;
    }
}
