package io.motcua.events.dossier;

import io.motcua.events.EventType;
import io.motcua.events.Recipient;
import io.motcua.events.Topics;
import java.time.Instant;
import java.util.Objects;

/**
 * The agency is late, apologises and names a new day.
 */
public record ApologyIssued(
        DossierReference dossier, Recipient applicant, String reason, Instant newDueAt, Instant issuedAt) {

    public static final EventType<ApologyIssued> TYPE =
            new EventType<>("io.motcua.dossier.apology-issued.v1", Topics.DOSSIERS, ApologyIssued.class);

    public ApologyIssued {
        Objects.requireNonNull(dossier, "dossier");
        Objects.requireNonNull(applicant, "applicant");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(newDueAt, "newDueAt");
        Objects.requireNonNull(issuedAt, "issuedAt");
    }
}
