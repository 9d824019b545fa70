package io.motcua.dossier.lookup.web;

import io.motcua.dossier.casework.Dossier;
import io.motcua.dossier.casework.Dossiers;
import io.motcua.dossier.procedures.Procedures;
import io.motcua.platform.history.Snapshot;
import io.motcua.platform.problems.PlatformProblem;
import io.motcua.platform.problems.Problem;
import io.motcua.platform.security.Access;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * Whether a document was issued, for whoever holds it: found by the QR code on it or by the SHA-256 of the file. Neither
 * can be guessed. What was never issued and what is not issued yet are answered alike.
 */
@RestController
class ResultLookupController {

    private static final Pattern MARK_OR_DIGEST = Pattern.compile("[0-9a-f]{32}|[0-9a-f]{64}");

    private final Dossiers dossiers;
    private final Procedures procedures;

    ResultLookupController(Dossiers dossiers, Procedures procedures) {
        this.dossiers = dossiers;
        this.procedures = procedures;
    }

    @GetMapping("/api/v1/agencies/{agency}/results/{mark}")
    @Access(Access.Who.ANYONE)
    IssuedResult result(@PathVariable String agency, @PathVariable String mark) {
        var asked = mark.toLowerCase(Locale.ROOT);
        if (!MARK_OR_DIGEST.matcher(asked).matches()) {
            throw new Problem(PlatformProblem.NOT_FOUND, asked);
        }
        return dossiers.ofResult(agency, asked)
                .map(Snapshot::state)
                .map(this::issued)
                .orElseThrow(() -> new Problem(PlatformProblem.NOT_FOUND, asked));
    }

    private IssuedResult issued(Dossier dossier) {
        var assignment = dossier.assignment();
        var unit = assignment == null ? dossier.terms().unit() : assignment.unit();
        return IssuedResult.of(
                Objects.requireNonNull(dossier.result()),
                Objects.requireNonNull(dossier.milestones().approvedAt()),
                new IssuedResult.Issuer(
                        dossier.agency(), procedures.agency(dossier.agency()).orElse(null)),
                new IssuedResult.Issuer(
                        unit, procedures.unit(dossier.agency(), unit).orElse(null)));
    }
}
