package io.motcua.events.dossier;

import io.motcua.events.EventType;
import io.motcua.events.Recipient;
import io.motcua.events.Topics;
import java.time.Instant;
import java.util.Objects;

/**
 * The one-stop officer has accepted a dossier (status 2); its clock runs.
 */
public record DossierAccepted(DossierReference dossier, Recipient applicant, Instant acceptedAt, Instant dueAt) {

    public static final EventType<DossierAccepted> TYPE =
            new EventType<>("io.motcua.dossier.accepted.v1", Topics.DOSSIERS, DossierAccepted.class);

    public DossierAccepted {
        Objects.requireNonNull(dossier, "dossier");
        Objects.requireNonNull(applicant, "applicant");
        Objects.requireNonNull(acceptedAt, "acceptedAt");
        Objects.requireNonNull(dueAt, "dueAt");
    }
}
