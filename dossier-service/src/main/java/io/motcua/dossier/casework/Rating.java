package io.motcua.dossier.casework;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One to five stars, once. */
public record Rating(int stars, @Nullable String comment, Instant ratedAt) {

    Rating erased() {
        return new Rating(stars, null, ratedAt);
    }
}
