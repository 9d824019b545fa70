package io.motcua.dossier.casework;

import io.motcua.events.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the applicant owes.
 *
 * @param purpose {@code FEE}, {@code CHARGE} or {@code OBLIGATION}
 * @param order payment-service's order that was paid
 */
public record Demand(
        String id,
        String purpose,
        Money amount,
        String description,
        boolean blocksAcceptance,
        @Nullable String order,
        @Nullable Instant paidAt) {

    public boolean paid() {
        return paidAt != null;
    }

    Demand paidBy(String payingOrder, Instant at) {
        return new Demand(id, purpose, amount, description, blocksAcceptance, payingOrder, at);
    }
}
