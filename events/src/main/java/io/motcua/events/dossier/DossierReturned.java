package io.motcua.events.dossier;

import io.motcua.events.EventType;
import io.motcua.events.Recipient;
import io.motcua.events.Topics;
import java.time.Instant;
import java.util.Objects;

/**
 * The applicant has the result (status 10).
 */
public record DossierReturned(DossierReference dossier, Recipient applicant, String channel, Instant returnedAt) {

    public static final EventType<DossierReturned> TYPE =
            new EventType<>("io.motcua.dossier.returned.v1", Topics.DOSSIERS, DossierReturned.class);

    public DossierReturned {
        Objects.requireNonNull(dossier, "dossier");
        Objects.requireNonNull(applicant, "applicant");
        Objects.requireNonNull(channel, "channel");
        Objects.requireNonNull(returnedAt, "returnedAt");
    }
}
