package io.motcua.local.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackoffTests {

    @Test
    void doubles_up_to_its_ceiling_and_stays_there() {
        var seconds = IntStream.rangeClosed(1, 8)
                .mapToLong(n -> Backoff.STANDARD.after(n).toSeconds());
        assertThat(seconds).containsExactly(1L, 2L, 4L, 8L, 16L, 30L, 30L, 30L);
    }

    @Test
    void does_not_overflow() {
        assertThat(Backoff.STANDARD.after(Integer.MAX_VALUE)).isEqualTo(Duration.ofSeconds(30));
    }
}
