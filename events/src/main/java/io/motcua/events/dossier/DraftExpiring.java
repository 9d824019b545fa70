package io.motcua.events.dossier;

import io.motcua.events.EventType;
import io.motcua.events.Recipient;
import io.motcua.events.Topics;
import java.time.Instant;
import java.util.Objects;

/**
 * A draft that its applicant has not touched for long will be erased.
 *
 * @param erasedAt when, unless he goes on with it
 */
public record DraftExpiring(DossierReference dossier, Recipient applicant, Instant erasedAt) {

    public static final EventType<DraftExpiring> TYPE =
            new EventType<>("io.motcua.dossier.draft-expiring.v1", Topics.DOSSIERS, DraftExpiring.class);

    public DraftExpiring {
        Objects.requireNonNull(dossier, "dossier");
        Objects.requireNonNull(applicant, "applicant");
        Objects.requireNonNull(erasedAt, "erasedAt");
    }
}
