package io.motcua.events.catalog;

import io.motcua.events.EventType;
import io.motcua.events.Topics;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The working calendar of an agency as it now stands.
 *
 * @param calendar its name within the agency; {@code default} where a unit has none of its own
 * @param timeZone IANA name
 * @param daysOff public holidays and days off by swap
 * @param daysAtWork days of the week-end worked by swap, with the opening hours of a Monday
 */
public record CalendarRecorded(
        String agency,
        String calendar,
        String timeZone,
        List<OpeningHours> openingHours,
        List<NamedDay> daysOff,
        List<NamedDay> daysAtWork,
        LocalDate validFrom,
        @Nullable LocalDate validTo) {

    public static final EventType<CalendarRecorded> TYPE =
            new EventType<>("io.motcua.catalog.calendar-recorded.v1", Topics.CATALOG, CalendarRecorded.class);

    public CalendarRecorded {
        Objects.requireNonNull(agency, "agency");
        Objects.requireNonNull(calendar, "calendar");
        Objects.requireNonNull(timeZone, "timeZone");
        openingHours = List.copyOf(openingHours);
        daysOff = List.copyOf(daysOff);
        daysAtWork = List.copyOf(daysAtWork);
        Objects.requireNonNull(validFrom, "validFrom");
    }
}
