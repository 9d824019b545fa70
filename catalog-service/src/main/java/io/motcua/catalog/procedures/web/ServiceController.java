package io.motcua.catalog.procedures.web;

import io.motcua.catalog.Listing;
import io.motcua.catalog.Today;
import io.motcua.catalog.agencies.Agencies;
import io.motcua.catalog.procedures.Filter;
import io.motcua.catalog.procedures.ProcedureVersion;
import io.motcua.catalog.procedures.Procedures;
import io.motcua.platform.pages.Page;
import io.motcua.platform.pages.PageRequest;
import io.motcua.platform.requests.ETags;
import io.motcua.platform.security.Access;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/agencies/{agency}/services")
class ServiceController {

    private final Agencies agencies;
    private final Procedures procedures;
    private final Today today;

    ServiceController(Agencies agencies, Procedures procedures, Today today) {
        this.agencies = agencies;
        this.procedures = procedures;
        this.today = today;
    }

    @GetMapping
    @Access(Access.Who.ANYONE)
    Page<ServiceView> list(
            @PathVariable String agency,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String tier,
            @RequestParam(required = false) @Nullable String level,
            @RequestParam(required = false) @Nullable String sector,
            @RequestParam(required = false) @Nullable String audience,
            @RequestParam(required = false) @Nullable String eligibility,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate asOf,
            PageRequest page) {
        agencies.get(agency);
        var filter = new Filter(q, tier, level, sector, audience, eligibility);
        var found = procedures.inForce(agency, today.unless(asOf)).stream()
                .filter(filter)
                .toList();
        return Listing.page(found, page, ProcedureVersion::code).map(ServiceView::of);
    }

    /** The version in force, or one by its number. */
    @GetMapping("/{code}")
    @Access(Access.Who.ANYONE)
    ResponseEntity<ServiceView> one(
            @PathVariable String agency,
            @PathVariable String code,
            @RequestParam(required = false) @Nullable Integer version,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate asOf) {
        agencies.get(agency);
        return view(
                version == null
                        ? procedures.inForce(agency, code, today.unless(asOf))
                        : procedures.version(agency, code, version));
    }

    static ResponseEntity<ServiceView> view(ProcedureVersion version) {
        return ResponseEntity.ok().eTag(ETags.of(version.revision())).body(ServiceView.of(version));
    }
}
