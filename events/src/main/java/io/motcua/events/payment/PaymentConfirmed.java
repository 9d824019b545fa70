package io.motcua.events.payment;

import io.motcua.events.EventType;
import io.motcua.events.Money;
import io.motcua.events.Recipient;
import io.motcua.events.Topics;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The provider has confirmed that an order is paid.
 *
 * @param provider such as {@code vnpay}
 * @param providerReference the provider's number of the transaction
 * @param attempt counts the checkouts of the order from 1
 */
public record PaymentConfirmed(
        String order,
        String dossier,
        @Nullable String dossierCode,
        String demand,
        Recipient payer,
        Money amount,
        String provider,
        String providerReference,
        int attempt,
        Instant paidAt) {

    public static final EventType<PaymentConfirmed> TYPE =
            new EventType<>("io.motcua.payment.confirmed.v1", Topics.PAYMENTS, PaymentConfirmed.class);

    public PaymentConfirmed {
        Objects.requireNonNull(order, "order");
        Objects.requireNonNull(dossier, "dossier");
        Objects.requireNonNull(demand, "demand");
        Objects.requireNonNull(payer, "payer");
        Objects.requireNonNull(amount, "amount");
        Objects.requireNonNull(provider, "provider");
        Objects.requireNonNull(providerReference, "providerReference");
        Objects.requireNonNull(paidAt, "paidAt");
    }
}
