package io.motcua.dossier.procedures;

import io.motcua.dossier.DossierProblem;
import io.motcua.dossier.deadlines.WorkingCalendar;
import io.motcua.events.Names;
import io.motcua.events.Topics;
import io.motcua.events.catalog.AgencyRecorded;
import io.motcua.events.catalog.CalendarRecorded;
import io.motcua.events.catalog.ProcedureVersionRecorded;
import io.motcua.events.catalog.UnitRecorded;
import io.motcua.platform.consumption.About;
import io.motcua.platform.consumption.Subscription;
import io.motcua.platform.consumption.UnacceptableEvent;
import io.motcua.platform.copies.CopiedDocuments;
import io.motcua.platform.copies.Copies;
import io.motcua.platform.problems.PlatformProblem;
import io.motcua.platform.problems.Problem;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;

/** The catalogue's agencies, units, calendars and procedures, as its events last told them. */
@Component
class CatalogCopy implements Procedures {

    static final String NAME = "catalog";

    /** More versions of one procedure than the law will ever see. */
    private static final int MOST_VERSIONS = 1_000;

    private final Copies copies;
    private final CopiedDocuments<Agency> agencies;
    private final CopiedDocuments<Unit> units;
    private final CopiedDocuments<Calendar> calendars;
    private final CopiedDocuments<Procedure> procedures;

    /** An agency is known by its existence alone. */
    record Agency(String code, Names names) {}

    record Unit(String agency, String unit, Names names) {}

    CatalogCopy(Copies copies) {
        this.copies = copies;
        this.agencies = copies.documents("agencies", Agency.class);
        this.units = copies.documents("units", Unit.class);
        this.calendars = copies.documents("calendars", Calendar.class);
        this.procedures = copies.documents("procedures", Procedure.class);
    }

    Subscription subscription() {
        return Subscription.to(Topics.CATALOG)
                .on(AgencyRecorded.TYPE.name(), AgencyRecorded.class, this::keep)
                .on(UnitRecorded.TYPE.name(), UnitRecorded.class, this::keep)
                .on(CalendarRecorded.TYPE.name(), CalendarRecorded.class, this::keep)
                .on(ProcedureVersionRecorded.TYPE.name(), ProcedureVersionRecorded.class, this::keep)
                .asCopy(NAME);
    }

    @Override
    public void requireAgency(String agency) {
        if (agencies.get(agency).isEmpty()) {
            copies.require(NAME);
            throw new Problem(PlatformProblem.NOT_FOUND, agency);
        }
    }

    @Override
    public Optional<Names> agency(String agency) {
        return agencies.get(agency).map(Agency::names);
    }

    @Override
    public Terms terms(String agency, String service, Channel channel, LocalDate on) {
        var versions = procedures.find(
                Criteria.where("agency").is(agency).and("value.code").is(service), Sort.by("_id"), MOST_VERSIONS);
        var inForce = versions.stream()
                .filter(it -> it.inForce(on))
                .max(Comparator.comparing(Procedure::version))
                .orElseThrow(() -> absent(service, versions.isEmpty()));
        if (inForce.onlineOnly() && !channel.online()) {
            throw new Problem(DossierProblem.ONLINE_ONLY, service);
        }
        return inForce.terms(channel)
                .orElseThrow(() -> new Problem(DossierProblem.CHANNEL_NOT_OFFERED, service, channel));
    }

    /** The absence of something says nothing until the copy is complete. */
    private Problem absent(String service, boolean unknown) {
        copies.require(NAME);
        return new Problem(unknown ? DossierProblem.SERVICE_UNKNOWN : DossierProblem.SERVICE_NOT_IN_FORCE, service);
    }

    @Override
    public void requireForm(String agency, String service, int version, String form) {
        procedures
                .get(Procedure.id(agency, service, version))
                .map(Procedure::form)
                .ifPresent(schema -> FormSchema.of(schema).requireFit(form));
    }

    @Override
    public WorkingCalendar calendar(String agency, String name) {
        return calendars
                .get(Calendar.id(agency, name))
                .or(() -> calendars.get(Calendar.id(agency, "default")))
                .map(Calendar::working)
                .orElseGet(() -> {
                    copies.require(NAME);
                    return WorkingCalendar.usual();
                });
    }

    @Override
    public Optional<Names> unit(String agency, String unit) {
        return units.get(unitId(agency, unit)).map(Unit::names);
    }

    @Override
    public void requireUnit(String agency, String unit) {
        if (unit(agency, unit).isEmpty()) {
            copies.require(NAME);
            throw new Problem(DossierProblem.UNIT_UNKNOWN, unit);
        }
    }

    private void keep(AgencyRecorded event, About about) {
        agencies.put(event.agency(), event.agency(), about, new Agency(event.agency(), event.names()));
    }

    private void keep(UnitRecorded event, About about) {
        units.put(
                unitId(event.agency(), event.unit()),
                event.agency(),
                about,
                new Unit(event.agency(), event.unit(), event.names()));
    }

    private void keep(CalendarRecorded event, About about) {
        try {
            var calendar = Calendar.of(event);
            calendar.working();
            calendars.put(Calendar.id(event.agency(), event.calendar()), event.agency(), about, calendar);
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new UnacceptableEvent("No calendar can be made of it", e);
        }
    }

    private void keep(ProcedureVersionRecorded event, About about) {
        try {
            var procedure = Procedure.of(event);
            procedures.put(procedure.id(), event.agency(), about, procedure);
        } catch (IllegalArgumentException e) {
            throw new UnacceptableEvent("No time limit can be made of it", e);
        }
    }

    private static String unitId(String agency, String unit) {
        return agency + "/" + unit;
    }
}
