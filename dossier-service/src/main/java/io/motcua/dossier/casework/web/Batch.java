package io.motcua.dossier.casework.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One command for many dossiers.
 *
 * @param body what the command's own address would be sent; for all items that have none of their own
 */
record Batch(
        @NotNull BatchAction command,
        @NotNull @Size(min = 1, max = 100) List<@NotNull @Valid BatchItem> items,
        @Nullable JsonNode body) {}
