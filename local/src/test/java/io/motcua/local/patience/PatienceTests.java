package io.motcua.local.patience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.motcua.local.failure.Failure;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PatienceTests {

    @Test
    void asks_until_there_is_an_answer() {
        var asked = new AtomicInteger();
        var answer = new Patience(Duration.ofSeconds(10), Duration.ofMillis(1))
                .await("three", () -> asked.incrementAndGet() == 3 ? Optional.of("yes") : Optional.empty());
        assertThat(answer).isEqualTo("yes");
        assertThat(asked).hasValue(3);
    }

    @Test
    void ends_with_a_sentence_that_says_what_did_not_come() {
        var patience = new Patience(Duration.ofMillis(5), Duration.ofMillis(1));
        assertThatThrownBy(() -> patience.until("the paid order", () -> false))
                .isInstanceOf(Failure.class)
                .hasMessage("waited 0 s in vain for the paid order");
    }
}
