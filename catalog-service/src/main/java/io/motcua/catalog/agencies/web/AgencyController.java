package io.motcua.catalog.agencies.web;

import io.motcua.catalog.Listing;
import io.motcua.catalog.Today;
import io.motcua.catalog.agencies.Agencies;
import io.motcua.catalog.agencies.Agency;
import io.motcua.catalog.agencies.StaffMember;
import io.motcua.catalog.agencies.Unit;
import io.motcua.catalog.agencies.WorkingCalendar;
import io.motcua.platform.pages.Page;
import io.motcua.platform.pages.PageRequest;
import io.motcua.platform.security.Access;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/agencies")
class AgencyController {

    private final Agencies agencies;
    private final Today today;

    AgencyController(Agencies agencies, Today today) {
        this.agencies = agencies;
        this.today = today;
    }

    @GetMapping
    @Access(Access.Who.ANYONE)
    Page<Agency> all(
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate asOf,
            PageRequest page) {
        return Listing.page(agencies.all(today.unless(asOf)), page, Agency::agency);
    }

    @GetMapping("/{agency}")
    @Access(Access.Who.ANYONE)
    Agency one(@PathVariable String agency) {
        return agencies.get(agency);
    }

    @GetMapping("/{agency}/units")
    @Access(Access.Who.ANYONE)
    Page<Unit> units(
            @PathVariable String agency,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate asOf,
            PageRequest page) {
        agencies.get(agency);
        return Listing.page(agencies.units(agency, today.unless(asOf)), page, Unit::unit);
    }

    @GetMapping("/{agency}/calendars")
    @Access(Access.Who.ANYONE)
    Page<WorkingCalendar> calendars(
            @PathVariable String agency,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate asOf,
            PageRequest page) {
        agencies.get(agency);
        return Listing.page(agencies.calendars(agency, today.unless(asOf)), page, WorkingCalendar::calendar);
    }

    /** Who works there in which role is for the agency itself. */
    @GetMapping("/{agency}/staff")
    @Access(
            value = Access.Who.ROLES,
            roles = {"receptionist", "specialist", "leader", "agency-admin", "auditor", "operator"})
    Page<StaffMember> staff(@PathVariable String agency, PageRequest page) {
        agencies.get(agency);
        return Listing.page(agencies.staff(agency), page, StaffMember::person);
    }
}
