package io.motcua.verifier;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** Reads what must be there. */
final class Fields {

    private Fields() {}

    static String text(JsonNode node, String name) {
        var value = node.path(name);
        if (!value.isString()) {
            throw new Unreadable("no text \"" + name + "\"");
        }
        return value.asString();
    }

    static long number(JsonNode node, String name) {
        var value = node.path(name);
        if (!value.isIntegralNumber()) {
            throw new Unreadable("no whole number \"" + name + "\"");
        }
        return value.asLong();
    }

    static List<JsonNode> list(JsonNode node, String name) {
        var value = node.path(name);
        if (!value.isArray()) {
            throw new Unreadable("no list \"" + name + "\"");
        }
        return value.valueStream().toList();
    }
}
