package io.motcua.events.dossier;

import io.motcua.events.EventType;
import io.motcua.events.Recipient;
import io.motcua.events.Topics;
import java.time.Instant;
import java.util.Objects;

/**
 * The applicant has handed in a dossier (status 1).
 */
public record DossierSubmitted(DossierReference dossier, Recipient applicant, String channel, Instant submittedAt) {

    public static final EventType<DossierSubmitted> TYPE =
            new EventType<>("io.motcua.dossier.submitted.v1", Topics.DOSSIERS, DossierSubmitted.class);

    public DossierSubmitted {
        Objects.requireNonNull(dossier, "dossier");
        Objects.requireNonNull(applicant, "applicant");
        Objects.requireNonNull(channel, "channel");
        Objects.requireNonNull(submittedAt, "submittedAt");
    }
}
