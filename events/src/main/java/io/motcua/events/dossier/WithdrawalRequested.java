package io.motcua.events.dossier;

import io.motcua.events.EventType;
import io.motcua.events.Recipient;
import io.motcua.events.Topics;
import java.time.Instant;
import java.util.Objects;

/**
 * The applicant wants the dossier back (status 7).
 */
public record WithdrawalRequested(DossierReference dossier, Recipient applicant, Instant requestedAt) {

    public static final EventType<WithdrawalRequested> TYPE =
            new EventType<>("io.motcua.dossier.withdrawal-requested.v1", Topics.DOSSIERS, WithdrawalRequested.class);

    public WithdrawalRequested {
        Objects.requireNonNull(dossier, "dossier");
        Objects.requireNonNull(applicant, "applicant");
        Objects.requireNonNull(requestedAt, "requestedAt");
    }
}
