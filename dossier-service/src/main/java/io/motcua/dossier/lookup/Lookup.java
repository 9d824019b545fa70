package io.motcua.dossier.lookup;

import io.motcua.dossier.DossierProblem;
import io.motcua.dossier.casework.Dossier;
import io.motcua.dossier.casework.Dossiers;
import io.motcua.dossier.codes.DossierCode;
import io.motcua.dossier.codes.DossierCodes;
import io.motcua.platform.history.Snapshot;
import io.motcua.platform.placement.Placements;
import io.motcua.platform.problems.PlatformProblem;
import io.motcua.platform.problems.Problem;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/**
 * Finds dossiers by their codes. An unknown code and a wrong secret are answered alike, by the same work: what is asked
 * of the store and computed does not depend on which of the two it was.
 */
@Service
public class Lookup {

    /** Five guesses a month come to nothing; a counter that stays does harm. */
    private static final Duration REMEMBERED = Duration.ofDays(30);

    private final DossierCodes codes;
    private final Dossiers dossiers;
    private final Placements placements;
    private final LookupSecrets secrets;
    private final Guesses guesses;
    private final Clock clock;

    Lookup(
            DossierCodes codes,
            Dossiers dossiers,
            Placements placements,
            LookupSecrets secrets,
            Guesses guesses,
            Clock clock) {
        this.codes = codes;
        this.dossiers = dossiers;
        this.placements = placements;
        this.secrets = secrets;
        this.guesses = guesses;
        this.clock = clock;
    }

    /** By the code alone, which is guessable. */
    public Snapshot<Dossier> byCode(String asWritten) {
        var code = DossierCode.normal(asWritten);
        return find(code).orElseThrow(() -> new Problem(PlatformProblem.NOT_FOUND, code));
    }

    /**
     * By the code and the secret that is printed on the receipt; before acceptance there is none.
     *
     * @throws Problem 404 if there is no such code or the secret is wrong, 429 after too many guesses for one code
     */
    public Snapshot<Dossier> bySecret(String asWritten, String secret) {
        var code = DossierCode.normal(asWritten);
        if (!DossierCode.isOne(code)) {
            throw new Problem(PlatformProblem.NOT_FOUND, code);
        }
        guesses.take(code).ifPresent(pause -> {
            throw new Problem(DossierProblem.TOO_MANY_GUESSES).retryAfter(pause.plusSeconds(1));
        });
        var found = find(code);
        var right = secrets.matches(found.map(Snapshot::id).orElse(code), secret);
        var snapshot = found.filter(_ -> right)
                .filter(it -> it.state().milestones().acceptedAt() != null)
                .orElseThrow(() -> new Problem(PlatformProblem.NOT_FOUND, code));
        guesses.forget(code);
        return snapshot;
    }

    private Optional<Snapshot<Dossier>> find(String code) {
        if (!DossierCode.isOne(code)) {
            return Optional.empty();
        }
        var claim = codes.find(code).filter(it -> placements.serves(it.agency()));
        // An unknown code takes one reading that finds nothing, so that time does not tell it from a known one.
        return dossiers.find(
                        claim.map(DossierCodes.Claim::agency).orElse("-"),
                        claim.map(DossierCodes.Claim::dossier).orElse(code))
                // A code is claimed a moment before the dossier is submitted under it.
                .filter(it -> code.equals(it.state().code()));
    }

    @Scheduled(fixedDelayString = "${motcua.dossiers.guesses-swept-every}")
    void forgetOldGuesses() {
        guesses.forgetBefore(clock.instant().minus(REMEMBERED));
    }
}
