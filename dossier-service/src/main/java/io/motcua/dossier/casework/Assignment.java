package io.motcua.dossier.casework;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Who works on a dossier: a unit, and an officer by his opaque person key. */
public record Assignment(String unit, @Nullable String officer, Instant assignedAt) {}
