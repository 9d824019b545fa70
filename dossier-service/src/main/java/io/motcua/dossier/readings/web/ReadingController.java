package io.motcua.dossier.readings.web;

import io.motcua.dossier.casework.Casework;
import io.motcua.dossier.casework.Insight;
import io.motcua.dossier.casework.Party;
import io.motcua.dossier.casework.Place;
import io.motcua.dossier.casework.Reading;
import io.motcua.dossier.casework.Readings;
import io.motcua.dossier.procedures.Procedures;
import io.motcua.events.Names;
import io.motcua.platform.pages.Page;
import io.motcua.platform.pages.PageRequest;
import io.motcua.platform.security.Access;
import io.motcua.platform.security.Caller;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Who has read what, youngest first. */
@RestController
class ReadingController {

    private final Casework casework;
    private final Readings readings;
    private final Procedures procedures;

    ReadingController(Casework casework, Readings readings, Procedures procedures) {
        this.casework = casework;
        this.readings = readings;
        this.procedures = procedures;
    }

    /**
     * @param reader an opaque key, the same for the same officer
     * @param masked whether he saw the data masked
     */
    record ReadingView(
            Instant at,
            String agency,
            String dossier,
            String what,
            boolean masked,
            ReadingPurpose purpose,
            String reader,
            String role,
            @Nullable ReadingUnit unit,
            Map<String, String> links) {}

    record ReadingPurpose(String code, Names name) {}

    record ReadingUnit(String code, @Nullable Names name) {}

    @GetMapping("/api/v1/agencies/{agency}/dossiers/{id}/accesses")
    @Access(
            value = Access.Who.PARTY,
            roles = {"receptionist", "specialist", "leader", "agency-admin", "auditor"})
    Page<ReadingView> ofDossier(@PathVariable String agency, @PathVariable String id, Caller caller, PageRequest page) {
        casework.read(agency, id, Party.of(caller, agency));
        var found = readings.ofDossier(agency, id, Place.parse(page.cursor()), page.limit() + 1);
        return Page.of(found, page, ReadingController::place, null).map(this::view);
    }

    @GetMapping("/api/v1/me/access-log")
    @Access(Access.Who.SIGNED_IN)
    Page<ReadingView> ofMine(Caller caller, PageRequest page) {
        var found = readings.ofPerson(caller.person(), Place.parse(page.cursor()), page.limit() + 1);
        return Page.of(found, page, ReadingController::place, null).map(this::view);
    }

    private static String place(Reading it) {
        return it.at() + "~" + it.id();
    }

    private ReadingView view(Reading it) {
        var unit = it.unit();
        return new ReadingView(
                it.at(),
                it.agency(),
                it.dossier(),
                it.what().name().toLowerCase(Locale.ROOT),
                it.insight() == Insight.MASKED,
                new ReadingPurpose(it.purpose().code(), it.purpose().names()),
                it.reader(),
                it.role().token(),
                unit == null
                        ? null
                        : new ReadingUnit(
                                unit, procedures.unit(it.agency(), unit).orElse(null)),
                Map.of("dossier", "/api/v1/agencies/" + it.agency() + "/dossiers/" + it.dossier()));
    }
}
