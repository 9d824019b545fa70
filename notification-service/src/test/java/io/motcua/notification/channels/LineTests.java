package io.motcua.notification.channels;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.timelimiter.TimeLimiterConfig;
import io.github.resilience4j.timelimiter.TimeLimiterRegistry;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LineTests {
    private final Line line = new Line(
            "test",
            CircuitBreakerRegistry.of(CircuitBreakerConfig.custom()
                    .slidingWindowSize(4)
                    .minimumNumberOfCalls(2)
                    .build()),
            TimeLimiterRegistry.of(TimeLimiterConfig.custom()
                    .timeoutDuration(Duration.ofMillis(200))
                    .build()));

    @AfterEach
    void close() {
        line.close();
    }

    @Test
    void passes_on_what_the_channel_answers() {
        assertThat(line.call(Outcome.Delivered::new)).isEqualTo(new Outcome.Delivered());
        assertThat(line.call(() -> new Outcome.Failed("UNREACHABLE"))).isEqualTo(new Outcome.Failed("UNREACHABLE"));
    }

    @Test
    void trouble_of_the_channel_opens_the_breaker() {
        line.call(() -> new Outcome.Failed("UNREACHABLE"));
        assertThat(line.open()).isTrue();
        line.call(() -> new Outcome.Unclear("CONNECTION_LOST"));

        assertThat(line.open()).isFalse();
        assertThat(line.call(Outcome.Delivered::new)).isEqualTo(new Outcome.NotTried("CIRCUIT_OPEN"));
    }

    @Test
    void trouble_of_a_message_does_not() {
        for (var i = 0; i < 4; i++) {
            line.call(() -> new Outcome.Refused("SMTP_550"));
        }

        assertThat(line.open()).isTrue();
    }

    @Test
    void who_does_not_answer_in_time_may_have_taken_it() {
        var never = new CountDownLatch(1);

        var outcome = line.call(() -> {
            never.await();
            return new Outcome.Delivered();
        });

        assertThat(outcome).isEqualTo(new Outcome.Unclear("TIMEOUT"));
    }

    @Test
    void what_nobody_expected_is_unclear() {
        assertThat(line.call(() -> {
                    throw new IllegalStateException("lan@example.vn");
                }))
                .isEqualTo(new Outcome.Unclear("UNEXPECTED"));
    }
}
