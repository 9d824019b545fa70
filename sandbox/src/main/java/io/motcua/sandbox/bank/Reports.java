package io.motcua.sandbox.bank;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells merchants how payments ended (VNPAY's IPN): signed, by GET, again and again until they confirm with 00 or 02 or
 * the attempts are used up. The book knows what is still to be told, so a restart goes on where it was.
 */
@Component
class Reports {

    private static final Logger log = LoggerFactory.getLogger(Reports.class);

    private static final Set<String> CONFIRMATIONS = Set.of("00", "02");
    private static final int LONGEST_ANSWER = 16_384;
    private static final Duration TIME_TO_CONNECT = Duration.ofSeconds(3);

    private final BankSettings settings;
    private final Contracts contracts;
    private final Book book;
    private final Results results;
    private final TaskScheduler scheduler;
    private final JsonMapper json;
    private final Clock clock;
    private final HttpClient http;

    Reports(
            BankSettings settings,
            Contracts contracts,
            Book book,
            Results results,
            TaskScheduler reportScheduler,
            JsonMapper json,
            Clock clock) {
        this.settings = settings;
        this.contracts = contracts;
        this.book = book;
        this.results = results;
        this.scheduler = reportScheduler;
        this.json = json;
        this.clock = clock;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(TIME_TO_CONNECT)
                .build();
    }

    /** Starts to report a payment, and gives the first attempt a moment, so that the payer usually comes back to news. */
    void begin(Payment payment) {
        var first = new CompletableFuture<Void>();
        scheduler.schedule(
                () -> {
                    try {
                        attempt(payment.id());
                    } finally {
                        first.complete(null);
                    }
                },
                clock.instant());
        try {
            first.get(settings.ipn().patience().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException slowMerchant) {
            log.info("report payment={} answer=awaited", payment.id());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @EventListener(ApplicationReadyEvent.class)
    void resume() {
        for (var payment : book.all(this::untold)) {
            scheduler.schedule(() -> attempt(payment.id()), clock.instant());
        }
    }

    private void attempt(String id) {
        var payment = book.find(id).filter(this::untold);
        var merchant = payment.flatMap(it -> contracts.merchant(it.order().merchant()));
        if (payment.isEmpty() || merchant.isEmpty()) {
            return;
        }
        var address = results.address(merchant.get().ipnUrl().toString(), payment.get(), merchant.get());
        var answer = ask(address);
        var after = book.reported(id, answer, CONFIRMATIONS.contains(answer));
        log.info("report payment={} attempt={} answer={}", id, after.delivery().attempts(), answer);
        if (untold(after)) {
            scheduler.schedule(
                    () -> attempt(id), clock.instant().plus(settings.ipn().interval()));
        }
    }

    private boolean untold(Payment payment) {
        return payment.settlement() != null
                && !payment.delivery().confirmed()
                && payment.delivery().attempts() <= settings.ipn().retries();
    }

    /** The merchant's {@code RspCode}, or in words why there is none. */
    private String ask(URI address) {
        try {
            var request = HttpRequest.newBuilder(address)
                    .timeout(settings.ipn().timeout())
                    .build();
            var response = http.send(request, BodyHandlers.limiting(BodyHandlers.ofString(), LONGEST_ANSWER));
            var code = json.readTree(response.body()).path("RspCode").asString("");
            return code.isEmpty() || code.length() > 2 ? "HTTP " + response.statusCode() : code;
        } catch (JacksonException unreadable) {
            return "unreadable";
        } catch (IOException failed) {
            return failed.getClass().getSimpleName();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return "stopped";
        }
    }
}
