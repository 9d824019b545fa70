package io.motcua.dossier.figures;

import org.jspecify.annotations.Nullable;

/** An entry takes the place of an earlier one of the same thing. */
public record Move(@Nullable Entry before, Entry after) {}
