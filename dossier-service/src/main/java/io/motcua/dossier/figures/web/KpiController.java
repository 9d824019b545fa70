package io.motcua.dossier.figures.web;

import io.motcua.dossier.deadlines.WorkingCalendar;
import io.motcua.dossier.figures.Counting;
import io.motcua.dossier.figures.Figures;
import io.motcua.dossier.figures.Figures.Question;
import io.motcua.dossier.figures.Grouping;
import io.motcua.dossier.figures.Period;
import io.motcua.dossier.figures.Scorecards;
import io.motcua.dossier.procedures.Procedures;
import io.motcua.platform.problems.PlatformProblem;
import io.motcua.platform.problems.Problem;
import io.motcua.platform.security.Access;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The figures that leaders are judged by. */
@RestController
class KpiController {

    private static final String CSV_VALUE = "text/csv";
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);

    private final Figures figures;
    private final Scorecards scorecards;
    private final Counting counting;
    private final Procedures procedures;
    private final Clock clock;

    KpiController(Figures figures, Scorecards scorecards, Counting counting, Procedures procedures, Clock clock) {
        this.figures = figures;
        this.scorecards = scorecards;
        this.counting = counting;
        this.procedures = procedures;
        this.clock = clock;
    }

    /**
     * @param period a year, quarter, month or day: {@code 2026}, {@code 2026-Q4}, {@code 2026-11}, {@code 2026-11-25}; in its
     *     place {@code from} and {@code to}; without any of them the present month
     * @param groupBy {@code agency}, {@code unit}, {@code sector} or {@code procedure}
     * @param unit whose figures alone are wanted, with {@code sector} or {@code procedure}
     */
    @GetMapping(
            path = "/api/v1/agencies/{agency}/kpis",
            produces = {MediaType.APPLICATION_JSON_VALUE, CSV_VALUE})
    @Access(
            value = Access.Who.ROLES,
            roles = {"receptionist", "specialist", "leader", "agency-admin", "auditor"})
    @ApiResponse(
            responseCode = "200",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                        schema = @Schema(implementation = KpiView.class)),
                @Content(mediaType = CSV_VALUE, schema = @Schema(type = "string"))
            })
    ResponseEntity<Object> kpis(
            @PathVariable String agency,
            @RequestParam(required = false) @Nullable String period,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(defaultValue = "agency") String groupBy,
            @RequestParam(required = false) @Nullable String unit,
            @RequestHeader(value = HttpHeaders.ACCEPT, defaultValue = MediaType.ALL_VALUE) String accept) {
        procedures.requireAgency(agency);
        var grouping = Grouping.of(groupBy).orElseThrow(() -> wrong("groupBy"));
        if (unit != null) {
            procedures.requireUnit(agency, unit);
        }
        var question = new Question(agency, period(period, from, to), grouping, unit);
        var view = view(question);
        if (!prefersCsv(accept)) {
            return ResponseEntity.ok(view);
        }
        var name = "chi-so-" + agency + "-" + view.from() + "-" + view.to() + ".csv";
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .header("X-Content-Type-Options", "nosniff")
                .body(KpiCsv.of(view));
    }

    /** Has the figures counted afresh from the dossiers, for repair; the present ones are served until that is done. */
    @PostMapping("/api/v1/agencies/{agency}/kpis/recounts")
    @Access(value = Access.Who.ROLES, roles = "operator")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void recount(@PathVariable String agency) {
        procedures.requireAgency(agency);
        counting.afresh(agency);
    }

    private KpiView view(Question question) {
        var answer = figures.answer(question);
        var names = scorecards.names(question, answer);
        var whole = question.grouping() == Grouping.AGENCY && question.unit() == null;
        return new KpiView(
                question.agency(),
                question.period().from(),
                question.period().to(),
                answer.asOf(),
                answer.recounting(),
                question.grouping().token(),
                question.unit(),
                KpiView.Group.of(answer.total(), null),
                question.grouping() == Grouping.AGENCY
                        ? List.of()
                        : answer.rows().stream()
                                .map(it -> KpiView.Group.of(it, names.get(it.key())))
                                .toList(),
                whole ? KpiView.Scorecard.of(scorecards.of(question, answer)) : null,
                Map.of(
                        "services",
                        "/api/v1/agencies/" + question.agency() + "/services/stats?asOf="
                                + question.period().to()));
    }

    private Period period(@Nullable String period, @Nullable LocalDate from, @Nullable LocalDate to) {
        var today = LocalDate.now(clock.withZone(WorkingCalendar.VIETNAM));
        if (period != null && (from != null || to != null)) {
            throw wrong("period");
        }
        var wanted = period == null
                ? new Period(from == null ? today.withDayOfMonth(1) : from, to == null ? today : to)
                : Period.parse(period).orElseThrow(() -> wrong("period"));
        var name = period == null ? "from" : "period";
        if (wanted.from().isAfter(today) || wanted.from().isBefore(FIRST)) {
            throw wrong(name);
        }
        if (wanted.to().isBefore(wanted.from()) || wanted.to().isAfter(today.plusYears(1))) {
            throw wrong("to");
        }
        return wanted;
    }

    private static Problem wrong(String parameter) {
        return new Problem(PlatformProblem.INVALID_PARAMETER, parameter);
    }

    /** Who likes all alike gets JSON. */
    private static boolean prefersCsv(String accept) {
        double csv = 0;
        double json = 0;
        for (var it : MediaType.parseMediaTypes(accept)) {
            csv = it.includes(CSV) ? Math.max(csv, it.getQualityValue()) : csv;
            json = it.includes(MediaType.APPLICATION_JSON) ? Math.max(json, it.getQualityValue()) : json;
        }
        return csv > json;
    }
}
