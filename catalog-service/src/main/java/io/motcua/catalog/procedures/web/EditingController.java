package io.motcua.catalog.procedures.web;

import io.motcua.catalog.imports.Flaw;
import io.motcua.catalog.imports.ImportReport;
import io.motcua.catalog.procedures.Drafts;
import io.motcua.catalog.procedures.ProcedureImport;
import io.motcua.catalog.procedures.Submission;
import io.motcua.catalog.procedures.Withdrawals;
import io.motcua.platform.history.Actor;
import io.motcua.platform.history.Cause;
import io.motcua.platform.problems.PlatformProblem;
import io.motcua.platform.problems.Problem;
import io.motcua.platform.requests.ETags;
import io.motcua.platform.requests.IfMatch;
import io.motcua.platform.security.Access;
import io.motcua.platform.security.Caller;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What the editors of a catalogue do. The operator may stand in for them, to load an agency's catalogue. */
@RestController
@RequestMapping("/api/v1/agencies/{agency}/services")
class EditingController {

    private static final String EDITOR = "catalogue-editor";
    private static final String OPERATOR = "operator";
    private static final String CSV = "text/csv";
    private static final int LARGEST_DRAFT = 256 * 1024;

    private final Drafts drafts;
    private final Withdrawals withdrawals;
    private final ProcedureImport imports;

    EditingController(Drafts drafts, Withdrawals withdrawals, ProcedureImport imports) {
        this.drafts = drafts;
        this.withdrawals = withdrawals;
        this.imports = imports;
    }

    /** @param unfinished what is missing before it can be published */
    record DraftView(String agency, String code, long revision, Submission submission, List<Unfinished> unfinished) {}

    record Unfinished(String pointer, String code) {

        static Unfinished of(Flaw flaw) {
            return new Unfinished(flaw.pointer(), flaw.code());
        }
    }

    record WithdrawalRequest(
            @Nullable LocalDate lastDay,
            @NotBlank @Size(max = 2_000) String reason,
            @Nullable @Size(max = 200) String decision) {}

    @GetMapping("/{code}/draft")
    @Access(
            value = Access.Who.ROLES,
            roles = {EDITOR, "agency-admin", OPERATOR})
    ResponseEntity<DraftView> draft(@PathVariable String agency, @PathVariable String code) {
        return view(ResponseEntity.ok(), drafts.get(agency, code));
    }

    @PutMapping(path = "/{code}/draft", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Access(
            value = Access.Who.ROLES,
            roles = {EDITOR, OPERATOR})
    ResponseEntity<DraftView> save(
            @PathVariable String agency,
            @PathVariable String code,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String ifNoneMatch,
            @RequestBody Submission submission,
            HttpServletRequest request,
            Cause cause,
            Caller caller,
            IfMatch ifMatch) {
        if (request.getContentLengthLong() > LARGEST_DRAFT) {
            throw new Problem(PlatformProblem.TOO_LARGE, LARGEST_DRAFT);
        }
        if (ifNoneMatch == null) {
            return view(
                    ResponseEntity.ok(),
                    drafts.change(agency, code, submission, cause, actor(caller, agency), ifMatch.required()));
        }
        if (!ifNoneMatch.equals("*")) {
            throw new Problem(PlatformProblem.INVALID_PARAMETER, HttpHeaders.IF_NONE_MATCH);
        }
        return view(
                ResponseEntity.created(URI.create(request.getRequestURI())),
                drafts.begin(agency, code, submission, cause, actor(caller, agency)));
    }

    @PostMapping("/{code}/publication")
    @ResponseStatus(HttpStatus.CREATED)
    @Access(
            value = Access.Who.ROLES,
            roles = {EDITOR, OPERATOR})
    ResponseEntity<ServiceView> publish(
            @PathVariable String agency, @PathVariable String code, Cause cause, Caller caller, IfMatch ifMatch) {
        var version = drafts.publish(agency, code, cause, actor(caller, agency), ifMatch.required());
        return ResponseEntity.created(URI.create(
                        "/api/v1/agencies/" + agency + "/services/" + code + "?version=" + version.version()))
                .eTag(ETags.of(version.revision()))
                .body(ServiceView.of(version));
    }

    @PostMapping("/{code}/versions/{version}/withdrawal")
    @Access(
            value = Access.Who.ROLES,
            roles = {EDITOR, OPERATOR})
    ResponseEntity<ServiceView> withdraw(
            @PathVariable String agency,
            @PathVariable String code,
            @PathVariable int version,
            @Valid @RequestBody WithdrawalRequest body,
            Cause cause,
            Caller caller,
            IfMatch ifMatch) {
        return ServiceController.view(withdrawals.withdraw(
                agency,
                code,
                version,
                new Withdrawals.Order(body.lastDay(), body.reason(), body.decision()),
                cause,
                actor(caller, agency),
                ifMatch.required()));
    }

    /** A table, or where that says too little, JSON lines. */
    @PostMapping(
            path = "/import",
            consumes = {CSV, MediaType.APPLICATION_NDJSON_VALUE})
    @Access(
            value = Access.Who.ROLES,
            roles = {EDITOR, OPERATOR})
    ImportReport take(
            @PathVariable String agency,
            @RequestHeader(HttpHeaders.CONTENT_TYPE) MediaType type,
            @RequestBody byte[] file,
            Cause cause,
            Caller caller,
            Locale language) {
        return MediaType.parseMediaType(CSV).isCompatibleWith(type)
                ? imports.csv(agency, file, cause, actor(caller, agency), language)
                : imports.json(agency, file, cause, actor(caller, agency), language);
    }

    private static Actor actor(Caller caller, String agency) {
        return caller.actor(caller.roles(agency).contains(EDITOR) ? EDITOR : OPERATOR);
    }

    private static ResponseEntity<DraftView> view(ResponseEntity.BodyBuilder response, Drafts.Open draft) {
        return response.eTag(ETags.of(draft.revision()))
                .body(new DraftView(
                        draft.agency(),
                        draft.code(),
                        draft.revision(),
                        draft.submission(),
                        draft.unfinished().stream().map(Unfinished::of).toList()));
    }
}
