package io.motcua.catalog.procedures;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The end of a version that was not planned when it was published.
 *
 * @param lastDay on which it was still in force; before its first day if it never should have been
 */
public record Withdrawal(
        LocalDate lastDay, String reason, @Nullable String decision) {}
