package io.motcua.dossier.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GuessesTests {

    @Test
    void mistyping_costs_nothing_and_guessing_more_and_more() {
        assertThat(IntStream.rangeClosed(1, 14).mapToObj(Guesses::pauseAfter).map(Duration::toSeconds))
                .containsExactly(0L, 0L, 0L, 0L, 30L, 60L, 120L, 240L, 480L, 960L, 1_920L, 3_600L, 3_600L, 3_600L);
        assertThat(Guesses.pauseAfter(Integer.MAX_VALUE)).isEqualTo(Guesses.LONGEST_PAUSE);
    }
}
