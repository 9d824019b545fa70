package io.motcua.platform.testing.access;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads the operations out of a running service's API document, and makes up what the smallest good request looks like. */
final class ApiDocument {

    /** On which revision a probe decides: on none that exists, so that it changes nothing. */
    private static final String NO_REVISION = "\"999999\"";

    private static final Pattern ALTERNATIVES = Pattern.compile("[A-Za-z0-9_|-]+");

    private final JsonNode root;

    ApiDocument(JsonNode root) {
        this.root = root;
    }

    List<Operation> operations() {
        var all = new ArrayList<Operation>();
        root.path("paths")
                .propertyStream()
                .forEach(path -> path.getValue()
                        .propertyStream()
                        .forEach(method -> all.add(operation(
                                method.getKey().toUpperCase(java.util.Locale.ROOT),
                                path.getKey(),
                                method.getValue()))));
        return List.copyOf(all);
    }

    private Operation operation(String method, String path, JsonNode it) {
        var parameters = new TreeSet<String>();
        var probe = new Probe("", Map.of(), null);
        for (var parameter : it.path("parameters")) {
            var name = parameter.path("name").asString();
            boolean required = parameter.path("required").asBoolean();
            switch (parameter.path("in").asString()) {
                case "query" -> {
                    if (required) {
                        parameters.add(name);
                    }
                }
                case "header" -> {
                    if (name.equals("If-Match")) {
                        probe = probe.header(name, NO_REVISION);
                    } else if (required && !name.equals("Idempotency-Key") && !name.equals("Content-Type")) {
                        probe = probe.header(name, String.valueOf(example(parameter.path("schema"))));
                    }
                }
                default -> {}
            }
        }
        var access = it.path("x-access");
        return new Operation(
                method,
                path,
                access.path("who").asString("nobody"),
                access.path("roles").valueStream().map(JsonNode::asString).toList(),
                access.path("atAnyAgency").asBoolean(),
                it.path("security").isEmpty(),
                it.at("/responses/200/content").has("text/event-stream"),
                Operation.variables(path),
                parameters,
                Set.copyOf(resolved(it.at("/requestBody/content")
                                .path("application/json")
                                .path("schema"))
                        .path("properties")
                        .propertyNames()),
                withBody(probe, it.path("requestBody").path("content")));
    }

    private Probe withBody(Probe probe, JsonNode content) {
        var json = content.path("application/json");
        if (!json.isMissingNode()) {
            return probe.body("application/json", Map.copyOf(members(json.path("schema"))));
        }
        var other = content.propertyNames();
        return other.isEmpty() ? probe : probe.body(other.iterator().next(), new byte[] {'x'});
    }

    /** The document does not say of a number that cannot be null that it is required. */
    private Map<String, Object> members(JsonNode schema) {
        var resolved = resolved(schema);
        var required =
                resolved.path("required").valueStream().map(JsonNode::asString).toList();
        var members = new LinkedHashMap<String, Object>();
        resolved.path("properties").propertyStream().forEach(it -> {
            if (required.contains(it.getKey()) || type(resolved(it.getValue())).equals("integer")) {
                members.put(it.getKey(), example(it.getValue()));
            }
        });
        return members;
    }

    private Object example(JsonNode given) {
        var schema = resolved(given);
        return switch (type(schema)) {
            case "integer", "number" -> schema.path("minimum").asInt(1);
            case "boolean" -> true;
            case "array" -> List.of(example(schema.path("items")));
            case "object" -> members(schema);
            default -> text(schema);
        };
    }

    private static String text(JsonNode schema) {
        var first = schema.path("enum").path(0).asString("");
        if (!first.isEmpty()) {
            return first;
        }
        var pattern = schema.path("pattern").asString("");
        if (!pattern.isEmpty() && ALTERNATIVES.matcher(pattern).matches()) {
            return pattern.split("\\|")[0];
        }
        return switch (schema.path("format").asString("")) {
            case "date" -> "2026-06-01";
            case "date-time" -> "2099-01-01T00:00:00Z";
            case "email" -> "probe@example.vn";
            default -> "x".repeat(Math.max(1, schema.path("minLength").asInt(1)));
        };
    }

    /** JSON Schema allows several types, one of which may be null. */
    private static String type(JsonNode schema) {
        var type = schema.path("type");
        return type.isArray()
                ? type.valueStream()
                        .map(JsonNode::asString)
                        .filter(it -> !it.equals("null"))
                        .findFirst()
                        .orElse("")
                : type.asString(schema.has("properties") ? "object" : "");
    }

    private JsonNode resolved(JsonNode schema) {
        @Nullable String reference = schema.path("$ref").asString(null);
        return reference == null
                ? schema
                : root.path("components").path("schemas").path(reference.substring(reference.lastIndexOf('/') + 1));
    }
}
