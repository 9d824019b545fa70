package io.motcua.catalog.schemes;

import io.motcua.events.Names;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A tier of government. Data, not an enum: on 1 July 2025 the districts went.
 *
 * @param validTo its last day, if it has ended
 */
public record Tier(
        String code,
        Names names,
        LocalDate validFrom,
        @Nullable LocalDate validTo) {

    boolean existedOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
    }
}
