package io.motcua.dossier.casework;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which dossiers a list is to hold; what is null does not matter.
 *
 * @param assignee the opaque person key of the officer
 * @param dueBefore of the appointment
 */
public record Selection(
        @Nullable Status status,
        @Nullable String assignee,
        @Nullable Instant dueBefore) {}
