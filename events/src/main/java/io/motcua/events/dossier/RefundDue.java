package io.motcua.events.dossier;

import io.motcua.events.EventType;
import io.motcua.events.Recipient;
import io.motcua.events.Topics;
import java.time.Instant;
import java.util.Objects;

/**
 * Money has been paid for a dossier that no longer owes it.
 *
 * @param order the paid order of payment-service
 * @param reason {@code WITHDRAWN}, {@code REFUSED}, {@code STOPPED} or {@code DUPLICATE}
 */
public record RefundDue(DossierReference dossier, Recipient applicant, String order, String reason, Instant notedAt) {

    public static final EventType<RefundDue> TYPE =
            new EventType<>("io.motcua.dossier.refund-due.v1", Topics.DOSSIERS, RefundDue.class);

    public RefundDue {
        Objects.requireNonNull(dossier, "dossier");
        Objects.requireNonNull(applicant, "applicant");
        Objects.requireNonNull(order, "order");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(notedAt, "notedAt");
    }
}
