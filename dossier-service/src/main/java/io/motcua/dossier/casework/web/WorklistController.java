package io.motcua.dossier.casework.web;

import io.motcua.dossier.casework.Dossiers;
import io.motcua.dossier.casework.Place;
import io.motcua.dossier.casework.Selection;
import io.motcua.dossier.casework.Status;
import io.motcua.dossier.deadlines.WorkingCalendar;
import io.motcua.platform.pages.Page;
import io.motcua.platform.pages.PageRequest;
import io.motcua.platform.problems.PlatformProblem;
import io.motcua.platform.problems.Problem;
import io.motcua.platform.security.Access;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The office's list. */
@RestController
class WorklistController {

    private final Dossiers dossiers;
    private final Countdowns countdowns;

    WorklistController(Dossiers dossiers, Countdowns countdowns) {
        this.dossiers = dossiers;
        this.countdowns = countdowns;
    }

    /**
     * @param status a national code
     * @param due the last day of the appointments wanted
     */
    @GetMapping("/api/v1/agencies/{agency}/dossiers")
    @Access(
            value = Access.Who.ROLES,
            roles = {"receptionist", "specialist", "leader", "agency-admin", "auditor"})
    Page<DossierSummary> list(
            @PathVariable String agency,
            @RequestParam(required = false) @Nullable Integer status,
            @RequestParam(required = false) @Nullable String assignee,
            @RequestParam(required = false) @Nullable LocalDate due,
            PageRequest page,
            Locale locale) {
        var selection = new Selection(status(status), assignee, endOf(due));
        var found = dossiers.of(agency, selection, Place.parse(page.cursor()), page.limit() + 1);
        var countdown = countdowns.now(locale);
        var total = page.count() ? dossiers.count(agency, selection) : null;
        return Page.of(found, page, Place::of, total).map(it -> DossierSummary.of(it, countdown));
    }

    private static @Nullable Status status(@Nullable Integer code) {
        return code == null
                ? null
                : Status.of(code)
                        .orElseThrow(() ->
                                new Problem(PlatformProblem.INVALID_PARAMETER, "status").at("status", "range", 0, 10));
    }

    private static @Nullable Instant endOf(@Nullable LocalDate day) {
        return day == null
                ? null
                : day.plusDays(1).atStartOfDay(WorkingCalendar.VIETNAM).toInstant();
    }
}
