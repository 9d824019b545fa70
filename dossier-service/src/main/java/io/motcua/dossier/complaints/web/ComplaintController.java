package io.motcua.dossier.complaints.web;

import io.motcua.dossier.casework.Party;
import io.motcua.dossier.casework.Place;
import io.motcua.dossier.complaints.Complaint;
import io.motcua.dossier.complaints.ComplaintDesk;
import io.motcua.dossier.complaints.ComplaintStep;
import io.motcua.dossier.complaints.Complaints;
import io.motcua.platform.history.Cause;
import io.motcua.platform.history.Snapshot;
import io.motcua.platform.pages.Page;
import io.motcua.platform.pages.PageRequest;
import io.motcua.platform.requests.ETags;
import io.motcua.platform.requests.IfMatch;
import io.motcua.platform.security.Access;
import io.motcua.platform.security.Caller;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Complaints and feedback: who files them reads what has become of them, and the agency's staff answer. */
@RestController
class ComplaintController {

    private static final String COMPLAINTS = "/api/v1/agencies/{agency}/complaints";
    private static final String ONE = COMPLAINTS + "/{id}";

    private final ComplaintDesk desk;
    private final Complaints complaints;
    private final Clock clock;

    ComplaintController(ComplaintDesk desk, Complaints complaints, Clock clock) {
        this.desk = desk;
        this.complaints = complaints;
        this.clock = clock;
    }

    /** @param dossier one's own; without it, it is about the agency, or about the unit */
    record ComplaintFiled(
            @NotNull Complaint.Kind kind,
            @Size(max = 60) @Nullable String dossier,
            @Size(max = 60) @Nullable String unit,
            @NotBlank @Size(max = 4_000) String words) {}

    record ComplaintHandling(@NotBlank @Size(max = 60) String unit) {}

    record ComplaintReply(
            @NotNull Complaint.Finding finding,
            @NotBlank @Size(max = 4_000) String words) {}

    record ComplaintRefusal(@NotBlank @Size(max = 2_000) String reason) {}

    record ComplaintWithdrawal() {}

    @PostMapping(COMPLAINTS)
    @Access(Access.Who.SIGNED_IN)
    ResponseEntity<ComplaintView> file(
            @PathVariable String agency, @Valid @RequestBody ComplaintFiled body, Caller caller, Cause cause) {
        var party = Party.of(caller, agency);
        var filed = desk.file(
                agency,
                party,
                cause,
                new ComplaintDesk.Words(body.kind(), body.dossier(), body.unit(), body.words(), caller.language()));
        return ResponseEntity.created(URI.create("/api/v1/agencies/" + agency + "/complaints/" + filed.id()))
                .eTag(ETags.of(filed.revision()))
                .body(view(filed, party));
    }

    @GetMapping(COMPLAINTS)
    @Access(
            value = Access.Who.ROLES,
            roles = {"receptionist", "specialist", "leader", "agency-admin", "auditor"})
    Page<ComplaintView> list(
            @PathVariable String agency,
            @RequestParam(required = false) Complaint.@Nullable State state,
            PageRequest page) {
        var found = complaints.of(agency, state, Place.parse(page.cursor()), page.limit() + 1);
        return listed(found, page);
    }

    @GetMapping(ONE)
    @Access(
            value = Access.Who.PARTY,
            roles = {"receptionist", "specialist", "leader", "agency-admin", "auditor"})
    ResponseEntity<ComplaintView> read(@PathVariable String agency, @PathVariable String id, Caller caller) {
        var party = Party.of(caller, agency);
        return answer(desk.read(agency, id, party), party);
    }

    @PostMapping(ONE + "/handling")
    @Access(
            value = Access.Who.ROLES,
            roles = {"receptionist", "specialist", "leader"})
    ResponseEntity<ComplaintView> takeUp(
            @PathVariable String agency,
            @PathVariable String id,
            @Valid @RequestBody ComplaintHandling body,
            Caller caller,
            Cause cause,
            IfMatch ifMatch) {
        return perform(agency, id, caller, cause, ifMatch.required(), new ComplaintStep.TakeUp(body.unit()));
    }

    @PostMapping(ONE + "/answer")
    @Access(
            value = Access.Who.ROLES,
            roles = {"specialist", "leader"})
    ResponseEntity<ComplaintView> reply(
            @PathVariable String agency,
            @PathVariable String id,
            @Valid @RequestBody ComplaintReply body,
            Caller caller,
            Cause cause,
            IfMatch ifMatch) {
        var step = new ComplaintStep.Reply(body.finding(), body.words());
        return perform(agency, id, caller, cause, ifMatch.required(), step);
    }

    @PostMapping(ONE + "/refusal")
    @Access(value = Access.Who.ROLES, roles = "leader")
    ResponseEntity<ComplaintView> decline(
            @PathVariable String agency,
            @PathVariable String id,
            @Valid @RequestBody ComplaintRefusal body,
            Caller caller,
            Cause cause,
            IfMatch ifMatch) {
        return perform(agency, id, caller, cause, ifMatch.required(), new ComplaintStep.Decline(body.reason()));
    }

    @PostMapping(ONE + "/withdrawal")
    @Access(Access.Who.PARTY)
    ResponseEntity<ComplaintView> withdraw(
            @PathVariable String agency,
            @PathVariable String id,
            @Valid @RequestBody ComplaintWithdrawal body,
            Caller caller,
            Cause cause,
            IfMatch ifMatch) {
        return perform(agency, id, caller, cause, ifMatch.revision(), new ComplaintStep.Withdraw());
    }

    @GetMapping("/api/v1/me/complaints")
    @Access(Access.Who.SIGNED_IN)
    Page<ComplaintView> mine(Caller caller, PageRequest page) {
        return listed(complaints.ofPerson(caller.person(), Place.parse(page.cursor()), page.limit() + 1), page);
    }

    private ResponseEntity<ComplaintView> perform(
            String agency, String id, Caller caller, Cause cause, @Nullable Long revision, ComplaintStep step) {
        var party = Party.of(caller, agency);
        return answer(desk.perform(agency, id, party, cause, revision, step), party);
    }

    private ResponseEntity<ComplaintView> answer(Snapshot<Complaint> complaint, Party party) {
        return ResponseEntity.ok().eTag(ETags.of(complaint.revision())).body(view(complaint, party));
    }

    private ComplaintView view(Snapshot<Complaint> complaint, Party party) {
        return ComplaintView.of(complaint, clock.instant(), desk.available(complaint.state(), party));
    }

    private Page<ComplaintView> listed(List<Snapshot<Complaint>> found, PageRequest page) {
        var now = clock.instant();
        return Page.of(found, page, it -> it.createdAt() + "~" + it.id(), null)
                .map(it -> ComplaintView.of(it, now, Set.of()));
    }
}
