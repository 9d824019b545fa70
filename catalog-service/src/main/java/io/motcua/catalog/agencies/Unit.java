package io.motcua.catalog.agencies;

import io.motcua.events.Names;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A unit of an agency as it now stands.
 *
 * @param unit the identifier that dossier codes begin with
 * @param aliases identifiers of the units that it succeeded
 */
public record Unit(
        String agency,
        String unit,
        Names names,
        @Nullable String parent,
        List<String> aliases,
        String tier,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        boolean sample) {

    public Unit {
        aliases = List.copyOf(aliases);
    }

    boolean existedOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
    }
}
