package io.motcua.dossier.lookup.web;

import io.motcua.dossier.casework.Dossier;
import io.motcua.dossier.lookup.Lookup;
import io.motcua.dossier.procedures.Procedures;
import io.motcua.platform.security.Access;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Codes are guessable, so a code alone tells status, unit and dates, and nothing of the person or the matter. The secret
 * that is printed on the receipt tells the matter, too, and still nothing of the person.
 */
@RestController
class LookupController {

    private final Lookup lookup;
    private final Procedures procedures;

    LookupController(Lookup lookup, Procedures procedures) {
        this.lookup = lookup;
        this.procedures = procedures;
    }

    @GetMapping("/api/v1/lookup/{code}")
    @Access(Access.Who.ANYONE)
    PublicView lookup(@PathVariable String code, @RequestParam(required = false) @Nullable String secret) {
        if (secret == null) {
            return view(lookup.byCode(code).state(), null);
        }
        var dossier = lookup.bySecret(code, secret).state();
        return view(dossier, PublicView.Details.of(dossier));
    }

    private PublicView view(Dossier dossier, PublicView.@Nullable Details details) {
        var assignment = dossier.assignment();
        var unit = assignment == null ? dossier.terms().unit() : assignment.unit();
        return PublicView.of(
                dossier,
                new PublicView.Unit(
                        unit, procedures.unit(dossier.agency(), unit).orElse(null)),
                details);
    }
}
