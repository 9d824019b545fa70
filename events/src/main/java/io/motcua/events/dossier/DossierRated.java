package io.motcua.events.dossier;

import io.motcua.events.EventType;
import io.motcua.events.Recipient;
import io.motcua.events.Topics;
import java.time.Instant;
import java.util.Objects;

/**
 * The applicant has rated the service.
 *
 * @param stars 1 to 5
 */
public record DossierRated(DossierReference dossier, Recipient applicant, int stars, Instant ratedAt) {

    public static final EventType<DossierRated> TYPE =
            new EventType<>("io.motcua.dossier.rated.v1", Topics.DOSSIERS, DossierRated.class);

    public DossierRated {
        Objects.requireNonNull(dossier, "dossier");
        Objects.requireNonNull(applicant, "applicant");
        Objects.requireNonNull(ratedAt, "ratedAt");
        if (stars < 1 || stars > 5) {
            throw new IllegalArgumentException("stars must be 1 to 5: " + stars);
        }
    }
}
