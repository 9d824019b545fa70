package io.motcua.events.dossier;

import io.motcua.events.EventType;
import io.motcua.events.Recipient;
import io.motcua.events.Topics;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The due date of a dossier has passed without a result; for the office only.
 *
 * @param mailbox what the officers and leaders of the unit read, if the agency has named it
 * @param unit where the dossier is
 * @param officer the opaque person key
 */
public record DossierOverdue(
        DossierReference dossier,
        @Nullable Recipient mailbox,
        String unit,
        @Nullable String officer,
        Instant dueAt,
        Instant noticedAt) {

    public static final EventType<DossierOverdue> TYPE =
            new EventType<>("io.motcua.dossier.overdue.v1", Topics.DOSSIERS, DossierOverdue.class);

    public DossierOverdue {
        Objects.requireNonNull(dossier, "dossier");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(dueAt, "dueAt");
        Objects.requireNonNull(noticedAt, "noticedAt");
    }
}
