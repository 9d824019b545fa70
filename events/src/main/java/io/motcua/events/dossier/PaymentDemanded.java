package io.motcua.events.dossier;

import io.motcua.events.EventType;
import io.motcua.events.Money;
import io.motcua.events.Recipient;
import io.motcua.events.Topics;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The applicant owes money for a dossier.
 *
 * @param demand opaque, unique within the dossier
 * @param purpose {@code FEE}, {@code CHARGE} or {@code OBLIGATION} (tax, land-use levy)
 */
public record PaymentDemanded(
        DossierReference dossier,
        Recipient applicant,
        String demand,
        String purpose,
        Money amount,
        String description,
        boolean blocksAcceptance,
        Instant demandedAt,
        @Nullable Instant expiresAt) {

    public static final EventType<PaymentDemanded> TYPE =
            new EventType<>("io.motcua.dossier.payment-demanded.v1", Topics.DOSSIERS, PaymentDemanded.class);

    public PaymentDemanded {
        Objects.requireNonNull(dossier, "dossier");
        Objects.requireNonNull(applicant, "applicant");
        Objects.requireNonNull(demand, "demand");
        Objects.requireNonNull(purpose, "purpose");
        Objects.requireNonNull(amount, "amount");
        Objects.requireNonNull(description, "description");
        Objects.requireNonNull(demandedAt, "demandedAt");
    }
}
