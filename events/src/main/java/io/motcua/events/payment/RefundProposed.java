package io.motcua.events.payment;

import io.motcua.events.EventType;
import io.motcua.events.Money;
import io.motcua.events.Recipient;
import io.motcua.events.Topics;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Money has come in that is not owed; somebody must decide on a refund.
 *
 * @param reason {@code DUPLICATE}, {@code WITHDRAWN}, {@code REFUSED} or {@code STOPPED}
 */
public record RefundProposed(
        String order,
        String dossier,
        @Nullable String dossierCode,
        String demand,
        Recipient payer,
        Money amount,
        String reason,
        String providerReference,
        int attempt,
        Instant proposedAt) {

    public static final EventType<RefundProposed> TYPE =
            new EventType<>("io.motcua.payment.refund-proposed.v1", Topics.PAYMENTS, RefundProposed.class);

    public RefundProposed {
        Objects.requireNonNull(order, "order");
        Objects.requireNonNull(dossier, "dossier");
        Objects.requireNonNull(demand, "demand");
        Objects.requireNonNull(payer, "payer");
        Objects.requireNonNull(amount, "amount");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(providerReference, "providerReference");
        Objects.requireNonNull(proposedAt, "proposedAt");
    }
}
