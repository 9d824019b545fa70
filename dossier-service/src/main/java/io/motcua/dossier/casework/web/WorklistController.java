package io.motcua.dossier.casework.web;

import io.motcua.dossier.casework.Dossier;
import io.motcua.dossier.casework.Dossiers;
import io.motcua.dossier.casework.Place;
import io.motcua.dossier.casework.Selection;
import io.motcua.dossier.casework.Status;
import io.motcua.dossier.codes.DossierCode;
import io.motcua.dossier.codes.DossierCodes;
import io.motcua.dossier.deadlines.WorkingCalendar;
import io.motcua.platform.history.Snapshot;
import io.motcua.platform.pages.Page;
import io.motcua.platform.pages.PageRequest;
import io.motcua.platform.problems.PlatformProblem;
import io.motcua.platform.problems.Problem;
import io.motcua.platform.security.Access;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The office's list. */
@RestController
class WorklistController {

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2200;

    private final Dossiers dossiers;
    private final DossierCodes codes;
    private final Countdowns countdowns;

    WorklistController(Dossiers dossiers, DossierCodes codes, Countdowns countdowns) {
        this.dossiers = dossiers;
        this.codes = codes;
        this.countdowns = countdowns;
    }

    /**
     * @param status a national code
     * @param assignee the officer's person key
     * @param due the last day of the appointments wanted
     * @param service the procedure's code
     * @param applicant the person key of whose dossiers are wanted
     * @param from the first day of the beginnings wanted
     * @param to their last day
     * @param code in whichever style it was typed; nothing else matters then
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
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable String service,
            @RequestParam(required = false) @Nullable String applicant,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable String code,
            PageRequest page,
            Locale locale) {
        if (from != null && to != null && to.isBefore(from)) {
            throw new Problem(PlatformProblem.INVALID_PARAMETER, "to").at("to", "period");
        }
        var countdown = countdowns.now(locale);
        if (code != null) {
            return new Page<>(having(agency, code), null, null).map(it -> DossierSummary.of(it, countdown));
        }
        var selection = new Selection(
                status(status),
                unit,
                assignee,
                service,
                applicant,
                endOf("due", due),
                startOf("from", from),
                endOf("to", to));
        var found = dossiers.of(agency, selection, Place.parse(page.cursor()), page.limit() + 1);
        var total = page.count() ? dossiers.count(agency, selection) : null;
        return Page.of(found, page, Place::of, total).map(it -> DossierSummary.of(it, countdown));
    }

    /** One, or none. */
    private List<Snapshot<Dossier>> having(String agency, String code) {
        return codes.find(DossierCode.normal(code)).flatMap(it -> dossiers.find(agency, it.dossier())).stream()
                .toList();
    }

    private static @Nullable Status status(@Nullable Integer code) {
        return code == null
                ? null
                : Status.of(code)
                        .orElseThrow(() ->
                                new Problem(PlatformProblem.INVALID_PARAMETER, "status").at("status", "range", 0, 10));
    }

    private static @Nullable Instant endOf(String parameter, @Nullable LocalDate day) {
        return day == null ? null : startOf(parameter, day.getYear() > LAST_YEAR ? day : day.plusDays(1));
    }

    private static @Nullable Instant startOf(String parameter, @Nullable LocalDate day) {
        if (day == null) {
            return null;
        }
        if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR + 1) {
            throw new Problem(PlatformProblem.INVALID_PARAMETER, parameter)
                    .at(parameter, "range", FIRST_YEAR, LAST_YEAR);
        }
        return day.atStartOfDay(WorkingCalendar.VIETNAM).toInstant();
    }
}
