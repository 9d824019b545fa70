package io.motcua.dossier.lookup;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How often a secret was guessed for a code, whether the code exists or not. It is kept in the store, so that asking
 * another instance gains nothing.
 */
public interface Guesses {

    /** So many cost nothing: people mistype. */
    int FREE = 5;

    Duration FIRST_PAUSE = Duration.ofSeconds(30);

    Duration LONGEST_PAUSE = Duration.ofHours(1);

    /**
     * Counts a guess before it is looked at, one at a time for each code.
     *
     * @return how long to wait if the guess is not let through, and then it is not counted
     */
    Optional<Duration> take(String code);

    /** The last guess was right. */
    void forget(String code);

    /** Forgets all whose pause was over before that time. */
    void forgetBefore(Instant over);

    /** Doubles with every guess: at the longest it would take a lifetime to try them all. */
    static Duration pauseAfter(int guesses) {
        if (guesses < FREE) {
            return Duration.ZERO;
        }
        var doubled = FIRST_PAUSE.multipliedBy(1L << Math.min(guesses - FREE, 20));
        return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }
}
