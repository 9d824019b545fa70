package io.motcua.dossier.casework;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which dossiers a list is to hold; what is null does not matter.
 *
 * @param unit where the dossier is
 * @param assignee the opaque person key of the officer
 * @param service the code of the procedure
 * @param applicant the opaque person key of whose dossier it is
 * @param dueBefore of the appointment
 * @param from the first instant of the beginnings wanted
 * @param until the first instant after them
 */
public record Selection(
        @Nullable Status status,
        @Nullable String unit,
        @Nullable String assignee,
        @Nullable String service,
        @Nullable String applicant,
        @Nullable Instant dueBefore,
        @Nullable Instant from,
        @Nullable Instant until) {}
