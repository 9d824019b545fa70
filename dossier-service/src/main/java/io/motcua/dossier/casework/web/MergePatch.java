package io.motcua.dossier.casework.web;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** RFC 7396: null removes, objects merge, anything else replaces. */
final class MergePatch {

    private MergePatch() {}

    static ObjectNode apply(ObjectNode target, ObjectNode patch) {
        var merged = target.deepCopy();
        for (var it : patch.properties()) {
            if (it.getValue().isNull()) {
                merged.remove(it.getKey());
            } else {
                merged.set(it.getKey(), merged(merged.get(it.getKey()), it.getValue()));
            }
        }
        return merged;
    }

    private static JsonNode merged(@Nullable JsonNode target, JsonNode patch) {
        if (!(patch instanceof ObjectNode changes)) {
            return patch;
        }
        return apply(target instanceof ObjectNode object ? object : changes.objectNode(), changes);
    }
}
