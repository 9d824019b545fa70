package io.motcua.payment.orders;

import io.motcua.events.Money;
import io.motcua.events.Recipient;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a dossier wants to be paid, in this service's own words. */
public record Demand(
        String dossier,
        @Nullable String dossierCode,
        String demand,
        Recipient payer,
        String purpose,
        Money amount,
        String description,
        @Nullable Instant expiresAt) {

    /** The only currency in which a Vietnamese authority may take a fee, and the only one that VNPAY takes. */
    private static final String CURRENCY = "VND";

    public Demand {
        if (amount.amount() < 1 || !amount.currency().equals(CURRENCY)) {
            throw new IllegalArgumentException("Not payable: " + amount.amount() + " " + amount.currency());
        }
    }
}
