package io.motcua.catalog.agencies;

import io.motcua.events.Names;
import io.motcua.events.catalog.Placement;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An agency as it now stands.
 *
 * @param agency its national code
 * @param kind {@code MINISTRY}, {@code NATIONAL_AGENCY} or {@code PROVINCE}
 * @param localPrefix with what the codes of its own procedures begin, if it has such
 * @param placements by service name, where its part of that service runs; what is not named runs in the pool
 * @param source where code and name come from
 */
public record Agency(
        String agency,
        Names names,
        String kind,
        @Nullable String localPrefix,
        Map<String, Placement> placements,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        String source) {

    public Agency {
        placements = Map.copyOf(placements);
    }

    boolean existedOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
    }
}
