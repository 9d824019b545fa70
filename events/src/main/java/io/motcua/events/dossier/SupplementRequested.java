package io.motcua.events.dossier;

import io.motcua.events.EventType;
import io.motcua.events.Recipient;
import io.motcua.events.Topics;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The applicant is asked for more papers (status 5); the clock is paused.
 */
public record SupplementRequested(
        DossierReference dossier,
        Recipient applicant,
        List<String> items,
        @Nullable Instant deadline,
        Instant requestedAt) {

    public static final EventType<SupplementRequested> TYPE =
            new EventType<>("io.motcua.dossier.supplement-requested.v1", Topics.DOSSIERS, SupplementRequested.class);

    public SupplementRequested {
        Objects.requireNonNull(dossier, "dossier");
        Objects.requireNonNull(applicant, "applicant");
        items = List.copyOf(items);
        Objects.requireNonNull(requestedAt, "requestedAt");
    }
}
