package io.motcua.catalog.agencies;

import io.motcua.events.EventType;
import io.motcua.events.catalog.AgencyRecorded;
import io.motcua.events.catalog.CalendarRecorded;
import io.motcua.events.catalog.StaffRecorded;
import io.motcua.events.catalog.UnitRecorded;
import io.motcua.platform.history.Audience;
import io.motcua.platform.history.EntryType;
import io.motcua.platform.history.Fact;

/** How a record is told to the other services: the whole of what now holds. */
final class Announcements {

    private static final EntryType AGENCY = published(AgencyRecorded.TYPE, Audience.PUBLIC);
    private static final EntryType UNIT = published(UnitRecorded.TYPE, Audience.PUBLIC);
    private static final EntryType CALENDAR = published(CalendarRecorded.TYPE, Audience.PUBLIC);
    private static final EntryType STAFF = published(StaffRecorded.TYPE, Audience.INTERNAL);

    private Announcements() {}

    static Fact of(Agency it) {
        return new Fact(
                AGENCY,
                new AgencyRecorded(
                        it.agency(),
                        it.names(),
                        it.kind(),
                        it.placements(),
                        it.validFrom(),
                        it.validTo(),
                        it.localPrefix()));
    }

    static Fact of(Unit it) {
        return new Fact(
                UNIT,
                new UnitRecorded(
                        it.agency(),
                        it.unit(),
                        it.names(),
                        it.parent(),
                        it.aliases(),
                        it.tier(),
                        it.validFrom(),
                        it.validTo()));
    }

    static Fact of(WorkingCalendar it) {
        return new Fact(
                CALENDAR,
                new CalendarRecorded(
                        it.agency(),
                        it.calendar(),
                        it.timeZone(),
                        it.openingHours(),
                        it.daysOff(),
                        it.daysAtWork(),
                        it.validFrom(),
                        it.validTo()));
    }

    static Fact of(StaffMember it) {
        return new Fact(STAFF, new StaffRecorded(it.agency(), it.person(), it.unit(), it.roles(), it.active()));
    }

    private static EntryType published(EventType<?> type, Audience audience) {
        return new EntryType(type.name(), audience, true);
    }
}
