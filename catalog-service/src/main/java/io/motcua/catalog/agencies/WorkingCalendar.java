package io.motcua.catalog.agencies;

import io.motcua.events.catalog.NamedDay;
import io.motcua.events.catalog.OpeningHours;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** When an agency is open. Two lists amend the week: holidays and days off by swap, and days worked by swap. */
public record WorkingCalendar(
        String agency,
        String calendar,
        String timeZone,
        List<OpeningHours> openingHours,
        List<NamedDay> daysOff,
        List<NamedDay> daysAtWork,
        LocalDate validFrom,
        @Nullable LocalDate validTo) {

    public WorkingCalendar {
        openingHours = List.copyOf(openingHours);
        daysOff = List.copyOf(daysOff);
        daysAtWork = List.copyOf(daysAtWork);
    }

    boolean heldOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
    }
}
