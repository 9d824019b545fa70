package io.motcua.events.dossier;

import io.motcua.events.EventType;
import io.motcua.events.Recipient;
import io.motcua.events.Topics;
import java.time.Instant;
import java.util.Objects;

/**
 * The one-stop officer has refused a dossier (status 3).
 */
public record DossierRefused(DossierReference dossier, Recipient applicant, String reason, Instant refusedAt) {

    public static final EventType<DossierRefused> TYPE =
            new EventType<>("io.motcua.dossier.refused.v1", Topics.DOSSIERS, DossierRefused.class);

    public DossierRefused {
        Objects.requireNonNull(dossier, "dossier");
        Objects.requireNonNull(applicant, "applicant");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(refusedAt, "refusedAt");
    }
}
