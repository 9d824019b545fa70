package io.motcua.events.payment;

import io.motcua.events.EventType;
import io.motcua.events.Money;
import io.motcua.events.Recipient;
import io.motcua.events.Topics;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A fee order waits to be paid.
 */
public record OrderOpened(
        String order,
        String dossier,
        @Nullable String dossierCode,
        String demand,
        Recipient payer,
        Money amount,
        Instant openedAt,
        @Nullable Instant expiresAt) {

    public static final EventType<OrderOpened> TYPE =
            new EventType<>("io.motcua.payment.order-opened.v1", Topics.PAYMENTS, OrderOpened.class);

    public OrderOpened {
        Objects.requireNonNull(order, "order");
        Objects.requireNonNull(dossier, "dossier");
        Objects.requireNonNull(demand, "demand");
        Objects.requireNonNull(payer, "payer");
        Objects.requireNonNull(amount, "amount");
        Objects.requireNonNull(openedAt, "openedAt");
    }
}
