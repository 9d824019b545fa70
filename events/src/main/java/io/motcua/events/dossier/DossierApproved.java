package io.motcua.events.dossier;

import io.motcua.events.EventType;
import io.motcua.events.Recipient;
import io.motcua.events.Topics;
import java.time.Instant;
import java.util.Objects;

/**
 * The leader has signed the result (status 9).
 */
public record DossierApproved(DossierReference dossier, Recipient applicant, Instant approvedAt, boolean onTime) {

    public static final EventType<DossierApproved> TYPE =
            new EventType<>("io.motcua.dossier.approved.v1", Topics.DOSSIERS, DossierApproved.class);

    public DossierApproved {
        Objects.requireNonNull(dossier, "dossier");
        Objects.requireNonNull(applicant, "applicant");
        Objects.requireNonNull(approvedAt, "approvedAt");
    }
}
