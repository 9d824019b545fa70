package io.motcua.events;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Compares field names and JSON types. The record tells a map, whose keys are data, from an object. */
final class Shape {

    private final List<String> differences = new ArrayList<>();

    private Shape() {}

    static List<String> differences(Class<?> payload, JsonNode golden, JsonNode actual) {
        var shape = new Shape();
        shape.compare(payload, golden, actual, "");
        return shape.differences;
    }

    static Map<String, RecordComponent> components(Class<?> payload) {
        return Arrays.stream(payload.getRecordComponents())
                .collect(Collectors.toMap(RecordComponent::getName, Function.identity()));
    }

    static boolean optional(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private void compare(Type type, JsonNode golden, JsonNode actual, String pointer) {
        if (golden.getNodeType() != actual.getNodeType() || golden.isIntegralNumber() != actual.isIntegralNumber()) {
            differences.add(pointer + " is " + actual.getNodeType() + ", not " + golden.getNodeType());
        } else if (type instanceof ParameterizedType generic && generic.getRawType() == Map.class) {
            var first = golden.properties().iterator().next().getValue();
            actual.properties()
                    .forEach(it -> compare(
                            generic.getActualTypeArguments()[1], first, it.getValue(), pointer + "/" + it.getKey()));
        } else if (type instanceof ParameterizedType generic) {
            for (var i = 0; i < actual.size(); i++) {
                compare(generic.getActualTypeArguments()[0], golden.get(0), actual.get(i), pointer + "/" + i);
            }
        } else if (type instanceof Class<?> record && record.isRecord()) {
            compareFields(record, golden, actual, pointer);
        }
    }

    private void compareFields(Class<?> record, JsonNode golden, JsonNode actual, String pointer) {
        var components = components(record);
        actual.propertyNames().stream()
                .filter(it -> !golden.has(it))
                .forEach(it -> differences.add(pointer + "/" + it + " is not in the golden example"));
        golden.properties().forEach(field -> {
            var here = pointer + "/" + field.getKey();
            var component = components.get(field.getKey());
            if (component == null) {
                differences.add(here + " is not in " + record.getSimpleName());
            } else if (actual.hasNonNull(field.getKey())) {
                compare(component.getGenericType(), field.getValue(), actual.get(field.getKey()), here);
            } else if (!optional(component)) {
                differences.add(here + " is missing");
            }
        });
    }
}
