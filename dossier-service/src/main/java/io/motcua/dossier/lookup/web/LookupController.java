package io.motcua.dossier.lookup.web;

import io.motcua.dossier.casework.Dossier;
import io.motcua.dossier.casework.Dossiers;
import io.motcua.dossier.codes.DossierCode;
import io.motcua.dossier.codes.DossierCodes;
import io.motcua.dossier.procedures.Procedures;
import io.motcua.events.Names;
import io.motcua.platform.history.Snapshot;
import io.motcua.platform.placement.Placements;
import io.motcua.platform.problems.PlatformProblem;
import io.motcua.platform.problems.Problem;
import io.motcua.platform.security.Access;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Codes are guessable, so a code alone tells status, unit and dates, and nothing of the person or the matter. */
@RestController
class LookupController {

    private final DossierCodes codes;
    private final Dossiers dossiers;
    private final Procedures procedures;
    private final Placements placements;

    LookupController(DossierCodes codes, Dossiers dossiers, Procedures procedures, Placements placements) {
        this.codes = codes;
        this.dossiers = dossiers;
        this.procedures = procedures;
        this.placements = placements;
    }

    record PublicView(
            String code,
            String agency,
            PublicStatus status,
            PublicUnit unit,
            @Nullable Instant submittedAt,
            @Nullable Instant acceptedAt,
            @Nullable Instant dueAt,
            @Nullable Instant endedAt) {}

    record PublicStatus(int code, Names name) {}

    record PublicUnit(String code, @Nullable Names name) {}

    @GetMapping("/api/v1/lookup/{code}")
    @Access(Access.Who.ANYONE)
    PublicView lookup(@PathVariable String code) {
        return find(code).map(this::view).orElseThrow(() -> new Problem(PlatformProblem.NOT_FOUND, code));
    }

    private Optional<Snapshot<Dossier>> find(String code) {
        if (!DossierCode.isOne(code)) {
            return Optional.empty();
        }
        return codes.find(code)
                .filter(it -> placements.serves(it.agency()))
                .flatMap(it -> dossiers.find(it.agency(), it.dossier()))
                // A code is claimed a moment before the dossier is submitted under it.
                .filter(it -> code.equals(it.state().code()));
    }

    private PublicView view(Snapshot<Dossier> snapshot) {
        var dossier = snapshot.state();
        var at = dossier.milestones();
        var assignment = dossier.assignment();
        var unit = assignment == null ? dossier.terms().unit() : assignment.unit();
        return new PublicView(
                Objects.requireNonNull(dossier.code()),
                dossier.agency(),
                new PublicStatus(dossier.status().code(), dossier.status().names()),
                new PublicUnit(unit, procedures.unit(dossier.agency(), unit).orElse(null)),
                at.submittedAt(),
                at.acceptedAt(),
                dossier.appointment(),
                at.approvedAt() == null ? at.endedAt() : at.approvedAt());
    }
}
