package io.motcua.notification.channels;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.timelimiter.TimeLimiter;
import io.github.resilience4j.timelimiter.TimeLimiterRegistry;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way to a server outside: a time limit within a circuit breaker. There is no retry here, because the dispatcher
 * retries, and it remembers each attempt.
 */
final class Line implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Line.class);

    private final CircuitBreaker breaker;
    private final TimeLimiter limit;
    private final ExecutorService calls;

    Line(String name, CircuitBreakerRegistry breakers, TimeLimiterRegistry limits) {
        this.breaker = breakers.circuitBreaker(name);
        this.limit = limits.timeLimiter(name);
        this.calls = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name(name + '-', 0).factory());
    }

    boolean open() {
        return switch (breaker.getState()) {
            case OPEN, FORCED_OPEN -> false;
            case CLOSED, HALF_OPEN, DISABLED, METRICS_ONLY -> true;
        };
    }

    Duration limit() {
        return limit.getTimeLimiterConfig().getTimeoutDuration();
    }

    Outcome call(Callable<Outcome> call) {
        try {
            return breaker.executeCallable(() -> {
                var outcome = limit.executeFutureSupplier(() -> calls.submit(call));
                if (outcome instanceof Outcome.Failed || outcome instanceof Outcome.Unclear) {
                    throw new Trouble(outcome);
                }
                return outcome;
            });
        } catch (CallNotPermittedException closed) {
            return new Outcome.NotTried("CIRCUIT_OPEN");
        } catch (Trouble trouble) {
            return trouble.outcome;
        } catch (TimeoutException late) {
            return new Outcome.Unclear("TIMEOUT");
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return new Outcome.Unclear("INTERRUPTED");
        } catch (Exception unexpected) {
            // Its message may quote the address, so only its kind is told.
            log.warn(
                    "{} failed unexpectedly: {}",
                    breaker.getName(),
                    unexpected.getClass().getName());
            return new Outcome.Unclear("UNEXPECTED");
        }
    }

    @Override
    public void close() {
        calls.close();
    }

    /** Lets the breaker count an outcome that is trouble of the channel and not of the message. */
    private static final class Trouble extends Exception {
        private static final long serialVersionUID = 1;

        private final transient Outcome outcome;

        Trouble(Outcome outcome) {
            super(null, null, false, false);
            this.outcome = outcome;
        }
    }
}
