package io.motcua.dossier.casework.web;

import io.motcua.platform.problems.Faults;
import jakarta.validation.Validator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads bodies within bodies as strictly as whole ones. */
@Component
class Bodies {

    private final JsonMapper json;
    private final Validator validator;

    Bodies(JsonMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    /** @param at where in the request the body stands, as a JSON pointer */
    <T> T read(@Nullable JsonNode body, Class<T> type, String at) {
        T read;
        try {
            read = json.treeToValue(body == null || body.isNull() ? json.createObjectNode() : body, type);
        } catch (JacksonException e) {
            throw Faults.unreadable(e, at);
        }
        var violations = validator.validate(read);
        if (!violations.isEmpty()) {
            throw Faults.violated(violations, at);
        }
        return read;
    }
}
