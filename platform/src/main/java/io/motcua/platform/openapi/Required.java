package io.motcua.platform.openapi;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;

/**
 * Says of what is only ever answered which members it always has: those that are not {@link Nullable}. What callers send,
 * too, is left alone: there only a constraint says what is needed.
 */
final class Required implements ModelConverter, OpenApiCustomizer {

    private static final String SCHEMAS = "#/components/schemas/";

    /** For the whole JVM, as the converters are: of several contexts, as in tests, the last one started converts for all. */
    private static final Map<String, List<String>> PRESENT = new ConcurrentHashMap<>();

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        if (!chain.hasNext()) {
            return null;
        }
        var resolved = chain.next().resolve(type, context, chain);
        var shown = Json31.mapper().constructType(type.getType()).getRawClass();
        if (shown.isRecord() && resolved != null) {
            var name = resolved.get$ref() == null ? resolved.getName() : named(resolved.get$ref());
            if (name != null) {
                PRESENT.put(
                        name,
                        Arrays.stream(shown.getRecordComponents())
                                .filter(it -> !it.getAnnotatedType().isAnnotationPresent(Nullable.class))
                                .map(RecordComponent::getName)
                                .toList());
            }
        }
        return resolved;
    }

    @Override
    public void customise(OpenAPI document) {
        var schemas = document.getComponents().getSchemas();
        if (schemas == null || document.getPaths() == null) {
            return;
        }
        var sent = sent(document, schemas);
        schemas.forEach((name, schema) -> {
            if (!sent.contains(name) && schema.getProperties() != null) {
                PRESENT.getOrDefault(name, List.of()).stream()
                        .filter(schema.getProperties()::containsKey)
                        .filter(it -> schema.getRequired() == null
                                || !schema.getRequired().contains(it))
                        .forEach(schema::addRequiredItem);
            }
        });
    }

    /** The names of all schemas that a request body is made of. */
    private static Set<String> sent(OpenAPI document, @SuppressWarnings("rawtypes") Map<String, Schema> schemas) {
        var names = new HashSet<String>();
        var open = new ArrayDeque<Schema<?>>();
        document.getPaths().values().stream()
                .map(PathItem::readOperations)
                .flatMap(Collection::stream)
                .map(Operation::getRequestBody)
                .filter(Objects::nonNull)
                .filter(it -> it.getContent() != null)
                .flatMap(it -> it.getContent().values().stream())
                .forEach(it -> add(open, it.getSchema()));
        while (!open.isEmpty()) {
            var schema = open.pop();
            var ref = schema.get$ref();
            if (ref != null && ref.startsWith(SCHEMAS) && names.add(named(ref))) {
                add(open, schemas.get(named(ref)));
            }
            parts(schema).forEach(it -> add(open, it));
        }
        return names;
    }

    private static void add(ArrayDeque<Schema<?>> open, @Nullable Schema<?> schema) {
        if (schema != null) {
            open.push(schema);
        }
    }

    @SuppressWarnings("rawtypes")
    private static Stream<Schema> parts(Schema<?> schema) {
        return Stream.of(
                        schema.getProperties() == null
                                ? null
                                : schema.getProperties().values(),
                        schema.getItems() == null ? null : List.of(schema.getItems()),
                        schema.getAdditionalProperties() instanceof Schema more ? List.of(more) : null,
                        schema.getAnyOf(),
                        schema.getOneOf(),
                        schema.getAllOf())
                .filter(Objects::nonNull)
                .flatMap(Collection::stream);
    }

    private static String named(String ref) {
        return ref.substring(ref.lastIndexOf('/') + 1);
    }
}
