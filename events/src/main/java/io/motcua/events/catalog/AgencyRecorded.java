package io.motcua.events.catalog;

import io.motcua.events.EventType;
import io.motcua.events.Names;
import io.motcua.events.Topics;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An agency as it now stands.
 *
 * @param agency the national code, such as {@code H37}
 * @param kind {@code MINISTRY}, {@code NATIONAL_AGENCY} or {@code PROVINCE}
 * @param placements by service name; a service that is not named runs in the pool
 * @param validFrom the first day of its legal existence
 * @param validTo the last day, if it has ended
 * @param localPrefix with what the codes of its own procedures begin, if it has such
 */
public record AgencyRecorded(
        String agency,
        Names names,
        String kind,
        Map<String, Placement> placements,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable String localPrefix) {

    public static final EventType<AgencyRecorded> TYPE =
            new EventType<>("io.motcua.catalog.agency-recorded.v1", Topics.CATALOG, AgencyRecorded.class);

    /** Before {@code localPrefix} was told. */
    public AgencyRecorded(
            String agency,
            Names names,
            String kind,
            Map<String, Placement> placements,
            LocalDate validFrom,
            @Nullable LocalDate validTo) {
        this(agency, names, kind, placements, validFrom, validTo, null);
    }

    public AgencyRecorded {
        Objects.requireNonNull(agency, "agency");
        Objects.requireNonNull(names, "names");
        Objects.requireNonNull(kind, "kind");
        placements = Map.copyOf(placements);
        Objects.requireNonNull(validFrom, "validFrom");
    }
}
