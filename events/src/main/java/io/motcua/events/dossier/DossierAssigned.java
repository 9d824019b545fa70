package io.motcua.events.dossier;

import io.motcua.events.EventType;
import io.motcua.events.Recipient;
import io.motcua.events.Topics;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A dossier has come to a unit and an officer (status 4).
 *
 * @param officer the opaque person key
 */
public record DossierAssigned(
        DossierReference dossier,
        Recipient applicant,
        String unit,
        @Nullable String officer,
        Instant assignedAt) {

    public static final EventType<DossierAssigned> TYPE =
            new EventType<>("io.motcua.dossier.assigned.v1", Topics.DOSSIERS, DossierAssigned.class);

    public DossierAssigned {
        Objects.requireNonNull(dossier, "dossier");
        Objects.requireNonNull(applicant, "applicant");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(assignedAt, "assignedAt");
    }
}
