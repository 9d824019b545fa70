package io.motcua.catalog.agencies;

import io.motcua.catalog.imports.Accepted;
import io.motcua.catalog.imports.Flaw;
import io.motcua.catalog.imports.Flaws;
import io.motcua.catalog.imports.RecordKind;
import io.motcua.catalog.schemes.Schemes;
import io.motcua.events.Names;
import io.motcua.events.catalog.NamedDay;
import io.motcua.events.catalog.OpeningHours;
import io.motcua.events.catalog.Placement;
import io.motcua.platform.privacy.PersonKeys;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** The lines that tell of agencies, units, staff and calendars, and when they are wrong. */
@Component
class AgencyRecords {

    private static final Pattern AGENCY = Pattern.compile("[A-Z]\\d{2}");
    private static final Pattern LOCAL_PREFIX = Pattern.compile("[A-Z]{2,4}");
    private static final Pattern CALENDAR = Pattern.compile("[a-z][a-z0-9-]{0,30}");
    private static final Pattern PERSONAL_ID = Pattern.compile("\\d{12}");
    private static final List<String> KINDS = List.of("MINISTRY", "NATIONAL_AGENCY", "PROVINCE");
    private static final String WITHDRAWN = "withdrawn";
    private static final List<String> PLACEMENT_MODES = List.of("pool", "own", WITHDRAWN);
    private static final Set<String> PLACED_SERVICES =
            Set.of("catalog-service", "dossier-service", "payment-service", "notification-service");
    private static final List<String> ROLES = List.of(
            "receptionist", "specialist", "leader", "catalogue-editor", "accountant", "agency-admin", "auditor");

    private final Agencies agencies;
    private final Schemes schemes;
    private final PersonKeys persons;

    AgencyRecords(Agencies agencies, Schemes schemes, PersonKeys persons) {
        this.agencies = agencies;
        this.schemes = schemes;
        this.persons = persons;
    }

    record AgencyRow(
            @Nullable String agency,
            @Nullable Names names,
            @Nullable String kind,
            @Nullable String localPrefix,
            @Nullable Map<String, Placement> placements,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo,
            @Nullable String source) {}

    record UnitRow(
            @Nullable String agency,
            @Nullable String unit,
            @Nullable Names names,
            @Nullable String parent,
            @Nullable List<String> aliases,
            @Nullable String tier,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo,
            @Nullable Boolean sample) {}

    /** @param personalId turned into the person's key before anything is kept */
    record StaffRow(
            @Nullable String agency,
            @Nullable String personalId,
            @Nullable String unit,
            @Nullable List<String> roles,
            @Nullable Boolean active) {}

    record CalendarRow(
            @Nullable String agency,
            @Nullable String calendar,
            @Nullable String timeZone,
            @Nullable List<OpeningHours> openingHours,
            @Nullable List<NamedDay> daysOff,
            @Nullable List<NamedDay> daysAtWork,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo) {}

    @Bean
    RecordKind<AgencyRow> agencyRecord() {
        return RecordKind.of("agency", AgencyRow.class, this::agency);
    }

    @Bean
    RecordKind<UnitRow> unitRecord() {
        return RecordKind.of("unit", UnitRow.class, this::unit);
    }

    @Bean
    RecordKind<StaffRow> staffRecord() {
        return RecordKind.of("staff", StaffRow.class, this::staff);
    }

    @Bean
    RecordKind<CalendarRow> calendarRecord() {
        return RecordKind.of("calendar", CalendarRow.class, this::calendar);
    }

    private Accepted agency(AgencyRow row) {
        var flaws = new Flaws();
        Map<String, Placement> placements = row.placements() == null ? Map.of() : row.placements();
        placements.forEach((service, placement) -> {
            flaws.word("placements/" + service, service, PLACED_SERVICES);
            flaws.word("placements/" + service + "/mode", placement.mode(), PLACEMENT_MODES);
            flaws.addUnless(placement.epoch() >= 1, "placements/" + service + "/epoch", Flaw.FORMAT, placement.epoch());
        });
        var agency = new Agency(
                flaws.text("agency", row.agency(), AGENCY),
                flaws.names("names", row.names()),
                flaws.word("kind", row.kind(), KINDS),
                row.localPrefix() == null ? null : flaws.text("localPrefix", row.localPrefix(), LOCAL_PREFIX),
                placements,
                flaws.day("validFrom", row.validFrom()),
                row.validTo(),
                flaws.text("source", row.source()));
        flaws.period("validTo", agency.validFrom(), agency.validTo());
        agencies.find(agency.agency())
                .ifPresent(before -> before.placements()
                        .forEach((service, place) -> mayMove(flaws, service, place, placements.get(service))));
        flaws.refuseIfAny();
        return new Accepted(
                agency.agency(),
                (cause, actor) -> agencies.agencies().record(agency.agency(), agency.agency(), agency, cause, actor));
    }

    /** An older file must not move an agency back, and a code whose agency is gone is nobody else's. */
    private static void mayMove(Flaws flaws, String service, Placement from, @Nullable Placement to) {
        boolean same = from.equals(to);
        flaws.addUnless(same || !from.mode().equals(WITHDRAWN), "placements/" + service, WITHDRAWN);
        flaws.addUnless(
                same || from.mode().equals(WITHDRAWN) || (to != null && to.epoch() > from.epoch()),
                "placements/" + service + "/epoch",
                "older-epoch",
                from.epoch());
    }

    private Accepted unit(UnitRow row) {
        var flaws = new Flaws();
        var unit = new Unit(
                known(flaws, row.agency()),
                flaws.text("unit", row.unit(), UnitCode.PATTERN),
                flaws.names("names", row.names()),
                flaws.optional("parent", row.parent()),
                flaws.list("aliases", row.aliases()),
                flaws.text("tier", row.tier()),
                flaws.day("validFrom", row.validFrom()),
                row.validTo(),
                Boolean.TRUE.equals(row.sample()));
        flaws.addUnless(
                unit.unit().isEmpty() || UnitCode.of(unit.agency(), unit.unit()),
                "unit",
                "code-of-another-agency",
                unit.unit());
        flaws.addUnless(
                unit.parent() == null || agencies.hasUnit(unit.agency(), unit.parent()),
                "parent",
                "unknown-unit",
                String.valueOf(unit.parent()));
        flaws.period("validTo", unit.validFrom(), unit.validTo());
        schemes.current().checkTier(flaws, "tier", unit.tier(), unit.validFrom());
        flaws.refuseIfAny();
        var id = Agencies.unitId(unit.agency(), unit.unit());
        return new Accepted(id, (cause, actor) -> agencies.units().record(id, unit.agency(), unit, cause, actor));
    }

    private Accepted staff(StaffRow row) {
        var flaws = new Flaws();
        var agency = known(flaws, row.agency());
        var personalId = flaws.text("personalId", row.personalId());
        // Not with the pattern: its flaw would repeat the number to whoever reads the report.
        flaws.addUnless(personalId.isEmpty() || PERSONAL_ID.matcher(personalId).matches(), "personalId", "personal-id");
        var unit = flaws.text("unit", row.unit());
        flaws.addUnless(unit.isEmpty() || agencies.hasUnit(agency, unit), "unit", "unknown-unit", unit);
        var roles = flaws.list("roles", row.roles());
        flaws.addUnless(!roles.isEmpty(), "roles", Flaw.REQUIRED);
        for (int i = 0; i < roles.size(); i++) {
            flaws.word("roles/" + i, roles.get(i), ROLES);
        }
        flaws.refuseIfAny();
        var member = new StaffMember(agency, persons.of(personalId), unit, roles, !Boolean.FALSE.equals(row.active()));
        var id = Agencies.staffId(agency, member.person());
        return new Accepted(id, (cause, actor) -> agencies.staff().record(id, agency, member, cause, actor));
    }

    private Accepted calendar(CalendarRow row) {
        var flaws = new Flaws();
        var calendar = new WorkingCalendar(
                known(flaws, row.agency()),
                flaws.text("calendar", row.calendar(), CALENDAR),
                flaws.text("timeZone", row.timeZone()),
                flaws.list("openingHours", row.openingHours()),
                flaws.list("daysOff", row.daysOff()),
                flaws.list("daysAtWork", row.daysAtWork()),
                flaws.day("validFrom", row.validFrom()),
                row.validTo());
        flaws.addUnless(
                calendar.timeZone().isEmpty() || isZone(calendar.timeZone()),
                "timeZone",
                Flaw.FORMAT,
                calendar.timeZone());
        flaws.addUnless(!calendar.openingHours().isEmpty(), "openingHours", Flaw.REQUIRED);
        flaws.addUnless(distinct(calendar.daysOff()), "daysOff", Flaw.DUPLICATE);
        flaws.addUnless(distinct(calendar.daysAtWork()), "daysAtWork", Flaw.DUPLICATE);
        flaws.period("validTo", calendar.validFrom(), calendar.validTo());
        flaws.refuseIfAny();
        var id = Agencies.calendarId(calendar.agency(), calendar.calendar());
        return new Accepted(
                id, (cause, actor) -> agencies.calendars().record(id, calendar.agency(), calendar, cause, actor));
    }

    private String known(Flaws flaws, @Nullable String code) {
        var agency = flaws.text("agency", code);
        flaws.addUnless(agency.isEmpty() || agencies.find(agency).isPresent(), "agency", Flaw.UNKNOWN_AGENCY, agency);
        return agency;
    }

    private static boolean distinct(List<NamedDay> days) {
        return days.stream().map(NamedDay::date).distinct().count() == days.size();
    }

    private static boolean isZone(String name) {
        try {
            ZoneId.of(name);
            return true;
        } catch (DateTimeException _) {
            return false;
        }
    }
}
