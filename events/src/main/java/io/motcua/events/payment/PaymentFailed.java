package io.motcua.events.payment;

import io.motcua.events.EventType;
import io.motcua.events.Money;
import io.motcua.events.Recipient;
import io.motcua.events.Topics;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to pay an order has failed; the order is still open.
 *
 * @param reason the provider's response code
 */
public record PaymentFailed(
        String order,
        String dossier,
        @Nullable String dossierCode,
        String demand,
        Recipient payer,
        Money amount,
        String provider,
        String reason,
        int attempt,
        Instant failedAt) {

    public static final EventType<PaymentFailed> TYPE =
            new EventType<>("io.motcua.payment.attempt-failed.v1", Topics.PAYMENTS, PaymentFailed.class);

    public PaymentFailed {
        Objects.requireNonNull(order, "order");
        Objects.requireNonNull(dossier, "dossier");
        Objects.requireNonNull(demand, "demand");
        Objects.requireNonNull(payer, "payer");
        Objects.requireNonNull(amount, "amount");
        Objects.requireNonNull(provider, "provider");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(failedAt, "failedAt");
    }
}
