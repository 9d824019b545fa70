package io.motcua.events.dossier;

import io.motcua.events.EventType;
import io.motcua.events.Recipient;
import io.motcua.events.Topics;
import java.time.Instant;
import java.util.Objects;

/**
 * The dossier has ended without a result (status 8).
 */
public record DossierStopped(DossierReference dossier, Recipient applicant, String reason, Instant stoppedAt) {

    public static final EventType<DossierStopped> TYPE =
            new EventType<>("io.motcua.dossier.stopped.v1", Topics.DOSSIERS, DossierStopped.class);

    public DossierStopped {
        Objects.requireNonNull(dossier, "dossier");
        Objects.requireNonNull(applicant, "applicant");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(stoppedAt, "stoppedAt");
    }
}
