package io.motcua.events.catalog;

import io.motcua.events.EventType;
import io.motcua.events.Topics;
import java.util.List;
import java.util.Objects;

/**
 * A member of staff, without a word of who it is.
 *
 * @param person the opaque person key
 * @param roles see the glossary: receptionist, specialist, leader, …
 */
public record StaffRecorded(String agency, String person, String unit, List<String> roles, boolean active) {

    public static final EventType<StaffRecorded> TYPE =
            new EventType<>("io.motcua.catalog.staff-recorded.v1", Topics.CATALOG, StaffRecorded.class);

    public StaffRecorded {
        Objects.requireNonNull(agency, "agency");
        Objects.requireNonNull(person, "person");
        Objects.requireNonNull(unit, "unit");
        roles = List.copyOf(roles);
    }
}
