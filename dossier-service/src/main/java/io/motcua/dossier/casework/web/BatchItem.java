package io.motcua.dossier.casework.web;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** @param revision the number in the {@code ETag} on which the caller decides */
record BatchItem(
        @NotNull @Pattern(regexp = "[0-9a-z]{1,40}") String dossier,
        @Min(0) @Nullable Long revision,
        @Nullable JsonNode body) {

    boolean hasBody() {
        return body != null && !body.isNull();
    }
}
