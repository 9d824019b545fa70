package io.motcua.dossier.casework.web;

import io.motcua.dossier.casework.Casework;
import io.motcua.dossier.casework.Party;
import io.motcua.dossier.casework.Reading;
import io.motcua.dossier.casework.ReadingRoom;
import io.motcua.platform.history.Cause;
import io.motcua.platform.requests.ETags;
import io.motcua.platform.requests.IfMatch;
import io.motcua.platform.security.Access;
import io.motcua.platform.security.Caller;
import jakarta.validation.Valid;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Drafts, and dossiers as they stand. */
@RestController
@RequestMapping("/api/v1/agencies/{agency}/dossiers")
class DossierController {

    private final Casework casework;
    private final DossierViews views;
    private final Drafts drafts;
    private final ReadingRoom room;

    DossierController(Casework casework, DossierViews views, Drafts drafts, ReadingRoom room) {
        this.casework = casework;
        this.views = views;
        this.drafts = drafts;
        this.room = room;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Access(Access.Who.SIGNED_IN)
    ResponseEntity<DossierView> open(
            @PathVariable String agency, @Valid @RequestBody Requests.Draft draft, Caller caller, Cause cause) {
        var party = Party.of(caller, agency);
        var opened = casework.open(agency, party, cause, drafts.opening(draft, caller));
        return ResponseEntity.created(URI.create(DossierViews.address(opened.state())))
                .eTag(ETags.of(opened.revision()))
                .body(views.view(opened, party));
    }

    @GetMapping("/{id}")
    @Access(
            value = Access.Who.PARTY,
            roles = {"receptionist", "specialist", "leader", "agency-admin", "auditor"})
    ResponseEntity<DossierView> read(@PathVariable String agency, @PathVariable String id, Caller caller) {
        var party = Party.of(caller, agency);
        return views.answer(casework.read(agency, id, party), party);
    }

    @PatchMapping(
            path = "/{id}",
            consumes = {"application/merge-patch+json", MediaType.APPLICATION_JSON_VALUE})
    @Access(value = Access.Who.PARTY, roles = "receptionist")
    ResponseEntity<DossierView> amend(
            @PathVariable String agency,
            @PathVariable String id,
            @RequestBody JsonNode patch,
            Caller caller,
            Cause cause,
            IfMatch ifMatch) {
        var party = Party.of(caller, agency);
        var revision = ifMatch.required();
        var content = drafts.patched(casework.read(agency, id, party).state(), patch);
        var amended = casework.amend(
                agency,
                id,
                party,
                cause,
                revision,
                drafts.particulars(content.applicant()),
                drafts.form(content.form()));
        return views.answer(amended, party);
    }

    @GetMapping("/{id}/history")
    @Access(
            value = Access.Who.PARTY,
            roles = {"receptionist", "specialist", "leader", "agency-admin", "auditor"})
    HistoryView history(@PathVariable String agency, @PathVariable String id, Caller caller) {
        var party = Party.of(caller, agency);
        room.opened(casework.read(agency, id, party).state(), party, Reading.What.HISTORY);
        return HistoryView.of(casework.history(agency, id, party));
    }
}
