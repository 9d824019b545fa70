package io.motcua.payment.vnpay;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.timelimiter.TimeLimiter;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;

/** A bank that is asked in time, again, and not at all while it is known to be down; in this order from inside out. */
final class PatientBank implements Bank, AutoCloseable {

    private final Bank bank;
    private final TimeLimiter limit;
    private final CircuitBreaker breaker;
    private final Retry retry;
    // No bean: Boot would take it for the executor of the whole application.
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("bank-", 0).factory());

    PatientBank(Bank bank, TimeLimiter limit, CircuitBreaker breaker, Retry retry) {
        this.bank = bank;
        this.limit = limit;
        this.breaker = breaker;
        this.retry = retry;
    }

    @Override
    public BankReport ask(Merchant merchant, Inquiry inquiry) {
        return retry.executeSupplier(() -> breaker.executeSupplier(() -> inTime(merchant, inquiry)));
    }

    private BankReport inTime(Merchant merchant, Inquiry inquiry) {
        try {
            return limit.executeFutureSupplier(() -> threads.submit(() -> bank.ask(merchant, inquiry)));
        } catch (TimeoutException e) {
            throw new BankUnavailable("The bank does not answer in time", e);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new BankUnavailable("The bank could not be asked", e);
        }
    }

    @Override
    public void close() {
        threads.close();
    }
}
