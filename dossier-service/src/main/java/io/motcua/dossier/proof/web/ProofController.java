package io.motcua.dossier.proof.web;

import io.motcua.dossier.casework.Party;
import io.motcua.dossier.procedures.Procedures;
import io.motcua.dossier.proof.Proof;
import io.motcua.dossier.proof.Proving;
import io.motcua.platform.anchors.Anchor;
import io.motcua.platform.anchors.AnchorKeys;
import io.motcua.platform.anchors.Anchoring;
import io.motcua.platform.pages.Page;
import io.motcua.platform.pages.PageRequest;
import io.motcua.platform.problems.PlatformProblem;
import io.motcua.platform.problems.Problem;
import io.motcua.platform.security.Access;
import io.motcua.platform.security.Caller;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What is needed to check a history: for the parties the history itself, for everybody what it is checked against. */
@RestController
class ProofController {

    private static final LocalDate FIRST = LocalDate.EPOCH;
    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

    private final Proving proving;
    private final Anchoring anchoring;
    private final AnchorKeys keys;
    private final Procedures procedures;

    ProofController(Proving proving, Anchoring anchoring, AnchorKeys keys, Procedures procedures) {
        this.proving = proving;
        this.anchoring = anchoring;
        this.keys = keys;
        this.procedures = procedures;
    }

    /** An anchor as everybody may know it. */
    record PublishedAnchor(
            LocalDate day,
            int leaves,
            String root,
            @Nullable String previous,
            String jws) {

        static PublishedAnchor of(Anchor it) {
            return new PublishedAnchor(LocalDate.parse(it.day()), it.leaves(), it.root(), it.previous(), it.jws());
        }
    }

    @GetMapping("/api/v1/agencies/{agency}/dossiers/{id}/history/proof")
    @Access(
            value = Access.Who.PARTY,
            roles = {"receptionist", "specialist", "leader", "agency-admin", "auditor"})
    Proof proof(@PathVariable String agency, @PathVariable String id, Caller caller) {
        return proving.proof(agency, id, Party.of(caller, agency));
    }

    /** Oldest first. */
    @GetMapping("/api/v1/agencies/{agency}/anchors")
    @Access(Access.Who.ANYONE)
    Page<PublishedAnchor> anchors(
            @PathVariable String agency,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            PageRequest page) {
        procedures.requireAgency(agency);
        var start = page.cursor() == null ? from : day(page.cursor()).plusDays(1);
        var found = anchoring.of(agency, start == null ? FIRST : start, to == null ? LAST : to, page.limit() + 1);
        return Page.of(found, page, Anchor::day, null).map(PublishedAnchor::of);
    }

    /** A JWK set (RFC 7517), with the keys of earlier years. */
    @GetMapping("/api/v1/agencies/{agency}/anchors/keys")
    @Access(Access.Who.ANYONE)
    Map<String, Object> keys(@PathVariable String agency) {
        procedures.requireAgency(agency);
        return keys.published();
    }

    private static LocalDate day(String cursor) {
        try {
            return LocalDate.parse(cursor);
        } catch (DateTimeParseException e) {
            throw new Problem(PlatformProblem.INVALID_PARAMETER, "cursor");
        }
    }
}
