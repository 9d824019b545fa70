package io.motcua.dossier.deadlines;

import org.jspecify.annotations.Nullable;

/** What a day off, or one worked by swap, is called. */
public record DayName(String vi, @Nullable String en) {}
