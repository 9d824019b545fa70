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
 * Finds dossiers by their codes. An unknown code and a wrong secret are answered alike, after the same questions to the
 * store and the same computation.
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
        return Optional.of(code)
                .filter(DossierCode::isOne)
                .flatMap(this::claim)
                .flatMap(it -> dossier(it, code))
                .orElseThrow(() -> new Problem(PlatformProblem.NOT_FOUND, code));
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
        // The dossier itself is read only when the secret is right: reading one takes longer than finding none.
        var claim = claim(code);
        var right = secrets.matches(claim.map(DossierCodes.Claim::dossier).orElse(code), secret);
        var snapshot = claim.filter(_ -> right)
                .flatMap(it -> dossier(it, code))
                .filter(it -> it.state().milestones().acceptedAt() != null)
                .orElseThrow(() -> new Problem(PlatformProblem.NOT_FOUND, code));
        guesses.forget(code);
        return snapshot;
    }

    private Optional<DossierCodes.Claim> claim(String code) {
        return codes.find(code).filter(it -> placements.serves(it.agency()));
    }

    /** A code is claimed a moment before the dossier is submitted under it. */
    private Optional<Snapshot<Dossier>> dossier(DossierCodes.Claim claim, String code) {
        return dossiers.find(claim.agency(), claim.dossier())
                .filter(it -> code.equals(it.state().code()));
    }

    @Scheduled(fixedDelayString = "${motcua.dossiers.guesses-swept-every}")
    void forgetOldGuesses() {
        guesses.forgetBefore(clock.instant().minus(REMEMBERED));
    }
}
