package io.motcua.catalog.agencies;

import io.motcua.catalog.CatalogProblem;
import io.motcua.catalog.imports.Register;
import io.motcua.events.Topics;
import io.motcua.platform.history.AggregatesFactory;
import io.motcua.platform.problems.Problem;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * The agencies and what belongs to each. An agency's own catalogue takes the agencies themselves from the hub's. Keys of one topic, so they are told apart by their path.
 */
@Component
public class Agencies {

    private final Register<Agency> agencies;
    private final Register<Unit> units;
    private final Register<StaffMember> staff;
    private final Register<WorkingCalendar> calendars;
    private final ObjectProvider<HubAgencies> hub;

    Agencies(AggregatesFactory aggregates, ObjectProvider<HubAgencies> hub) {
        this.hub = hub;
        agencies = new Register<>(aggregates.of("agencies", Agency.class, Topics.CATALOG), Announcements::of);
        units = new Register<>(aggregates.of("units", Unit.class, Topics.CATALOG), Announcements::of);
        staff = new Register<>(aggregates.of("staff", StaffMember.class, Topics.CATALOG), Announcements::of);
        calendars =
                new Register<>(aggregates.of("calendars", WorkingCalendar.class, Topics.CATALOG), Announcements::of);
    }

    /** All that existed on the day. */
    public List<Agency> all(LocalDate asOf) {
        return hub.stream().findAny().map(HubAgencies::all).orElseGet(agencies::all).stream()
                .filter(it -> it.existedOn(asOf))
                .toList();
    }

    public Optional<Agency> find(String agency) {
        return hub.stream().findAny().map(it -> it.find(agency)).orElseGet(() -> agencies.find(agency, agency));
    }

    /** @throws Problem if there is no such agency */
    public Agency get(String agency) {
        return find(agency).orElseThrow(() -> new Problem(CatalogProblem.UNKNOWN_AGENCY, agency));
    }

    public List<Unit> units(String agency, LocalDate asOf) {
        return units.all(agency).stream().filter(it -> it.existedOn(asOf)).toList();
    }

    public List<WorkingCalendar> calendars(String agency, LocalDate asOf) {
        return calendars.all(agency).stream().filter(it -> it.heldOn(asOf)).toList();
    }

    public List<StaffMember> staff(String agency) {
        return staff.all(agency);
    }

    /** By whatever day they held: what a procedure of any time may refer to. */
    public boolean hasUnit(String agency, String unit) {
        return units.find(agency, unitId(agency, unit)).isPresent();
    }

    /** As {@link #hasUnit}, for calendars. */
    public boolean hasCalendar(String agency, String calendar) {
        return calendars.find(agency, calendarId(agency, calendar)).isPresent();
    }

    Register<Agency> agencies() {
        return agencies;
    }

    Register<Unit> units() {
        return units;
    }

    Register<StaffMember> staff() {
        return staff;
    }

    Register<WorkingCalendar> calendars() {
        return calendars;
    }

    static String unitId(String agency, String unit) {
        return agency + "/units/" + unit;
    }

    static String calendarId(String agency, String calendar) {
        return agency + "/calendars/" + calendar;
    }

    static String staffId(String agency, String person) {
        return agency + "/staff/" + person;
    }
}
