package io.motcua.events.dossier;

import io.motcua.events.EventType;
import io.motcua.events.Recipient;
import io.motcua.events.Topics;
import java.time.Instant;
import java.util.Objects;

/**
 * The applicant has brought what was asked for.
 */
public record SupplementReceived(DossierReference dossier, Recipient applicant, Instant receivedAt) {

    public static final EventType<SupplementReceived> TYPE =
            new EventType<>("io.motcua.dossier.supplement-received.v1", Topics.DOSSIERS, SupplementReceived.class);

    public SupplementReceived {
        Objects.requireNonNull(dossier, "dossier");
        Objects.requireNonNull(applicant, "applicant");
        Objects.requireNonNull(receivedAt, "receivedAt");
    }
}
