package io.motcua.events.catalog;

import io.motcua.events.EventType;
import io.motcua.events.Names;
import io.motcua.events.Topics;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A unit of an agency as it now stands.
 *
 * @param unit the identifier used in dossier codes, such as {@code 000.00.15.H37}
 * @param parent the unit above
 * @param aliases identifiers that it had before a merger
 * @param tier {@code PROVINCE}, {@code DISTRICT}, {@code COMMUNE} or {@code MINISTRY}
 */
public record UnitRecorded(
        String agency,
        String unit,
        Names names,
        @Nullable String parent,
        List<String> aliases,
        String tier,
        LocalDate validFrom,
        @Nullable LocalDate validTo) {

    public static final EventType<UnitRecorded> TYPE =
            new EventType<>("io.motcua.catalog.unit-recorded.v1", Topics.CATALOG, UnitRecorded.class);

    public UnitRecorded {
        Objects.requireNonNull(agency, "agency");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(names, "names");
        aliases = List.copyOf(aliases);
        Objects.requireNonNull(tier, "tier");
        Objects.requireNonNull(validFrom, "validFrom");
    }
}
