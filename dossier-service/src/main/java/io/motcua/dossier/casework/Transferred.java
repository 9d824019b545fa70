package io.motcua.dossier.casework;

import io.motcua.dossier.procedures.Channel;
import io.motcua.dossier.procedures.Terms;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An open dossier as an older system hands it over.
 *
 * @param number its number there, by which a second hand-over is recognised
 * @param code as the applicant knows it
 * @param dueAt as the older system promised it; nothing is reckoned anew
 * @param unit who works on it
 */
public record Transferred(
        String number,
        String code,
        Status status,
        Channel channel,
        String language,
        Applicant applicant,
        Terms terms,
        Instant submittedAt,
        @Nullable Instant acceptedAt,
        @Nullable Instant dueAt,
        @Nullable String unit) {

    /** The states that need nothing but what a row can say. */
    public static final Set<Status> STATES = EnumSet.of(Status.SUBMITTED, Status.ACCEPTED, Status.PROCESSING);
}
