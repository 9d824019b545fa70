package io.motcua.payment.inquiries;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.micrometer.core.instrument.MeterRegistry;
import io.motcua.payment.orders.Attempt;
import io.motcua.payment.orders.Command;
import io.motcua.payment.orders.Order;
import io.motcua.payment.orders.Orders;
import io.motcua.payment.orders.Reference;
import io.motcua.payment.settlements.Settlement;
import io.motcua.payment.settlements.Settlements;
import io.motcua.payment.vnpay.Bank;
import io.motcua.payment.vnpay.BankRefusal;
import io.motcua.payment.vnpay.BankReport;
import io.motcua.payment.vnpay.BankUnavailable;
import io.motcua.payment.vnpay.ContractUnusable;
import io.motcua.payment.vnpay.Inquiry;
import io.motcua.payment.vnpay.Merchant;
import io.motcua.payment.vnpay.Merchants;
import io.motcua.payment.vnpay.Verdict;
import io.motcua.platform.history.Actor;
import io.motcua.platform.history.Cause;
import io.motcua.platform.history.Snapshot;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Asks the bank about every attempt that is still pending after its end. So an order is settled although the bank's
 * notification got lost, and although this service was down when it came. Instances sweep side by side: what both ask
 * takes effect once.
 */
@Component
class Inquiries {

    private static final Logger log = LoggerFactory.getLogger(Inquiries.class);
    private static final Actor CLOCKWORK = Actor.system("payment-service");

    /** No attempt is planned to be asked about later than this. */
    private static final Duration LONGEST_WAIT = Duration.ofDays(2);

    private final Orders orders;
    private final Merchants merchants;
    private final Bank bank;
    private final Settlements settlements;
    private final InquirySettings settings;
    private final MeterRegistry meters;
    private final Clock clock;
    private volatile boolean caughtUp;

    Inquiries(
            Orders orders,
            Merchants merchants,
            Bank bank,
            Settlements settlements,
            InquirySettings settings,
            MeterRegistry meters,
            Clock clock) {
        this.orders = orders;
        this.merchants = merchants;
        this.bank = bank;
        this.settlements = settlements;
        this.settings = settings;
        this.meters = meters;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${motcua.payment.inquiries.interval:10s}")
    void sweep() {
        askAboutPending();
        endTerms();
    }

    /** The first time about all of them: what the bank told while we were down, nobody has heard. */
    private void askAboutPending() {
        var now = clock.instant();
        var due = caughtUp ? now : now.plus(LONGEST_WAIT);
        for (var order : orders.toBeAsked(due, settings.batch())) {
            for (var attempt : order.state().attempts()) {
                if (isDue(attempt, due) && !ask(order, attempt)) {
                    return;
                }
            }
        }
        caughtUp = true;
    }

    private void endTerms() {
        for (var order : orders.overdue(clock.instant(), settings.batch())) {
            var cause = Cause.event("term/" + order.id());
            orders.perform(order.agency(), order.id(), cause, CLOCKWORK, new Command.EndTerm());
        }
    }

    /** False if the bank cannot be reached: then the others wait for the next sweep as well. */
    private boolean ask(Snapshot<Order> order, Attempt attempt) {
        try {
            var merchant = merchants.of(order.agency(), attempt.createdAt());
            var outcome = merchant.isEmpty() ? "no-merchant" : settle(order, attempt, merchant.get());
            count(outcome);
            return true;
        } catch (BankRefusal e) {
            log.atWarn()
                    .addKeyValue("order", order.id())
                    .addKeyValue("attempt", attempt.number())
                    .log("Inquiry refused: {}", e.getMessage());
            count("refused");
            later(order, attempt);
            return true;
        } catch (ContractUnusable e) {
            log.atError().addKeyValue("order", order.id()).log("Nobody can be asked: {}", e.getMessage());
            count("no-contract");
            later(order, attempt);
            return true;
        } catch (BankUnavailable | CallNotPermittedException e) {
            log.atWarn().addKeyValue("order", order.id()).log("The bank cannot be asked: {}", e.getMessage());
            count("unavailable");
            return false;
        }
    }

    private String settle(Snapshot<Order> order, Attempt attempt, Merchant merchant) {
        var reference = new Reference(order.id(), attempt.number());
        var report = bank.ask(
                merchant, new Inquiry(reference.toString(), order.state().description(), attempt.createdAt()));
        if (report.verdict() == Verdict.UNDECIDED) {
            return undecided(order, attempt, report);
        }
        if (report.verdict() == Verdict.UNKNOWN && attempt.expiresAt().isAfter(clock.instant())) {
            later(order, attempt);
            return "not-yet-known";
        }
        if (settlements.settle(report) == Settlement.OTHER_AMOUNT) {
            later(order, attempt);
            return "other-amount";
        }
        return report.verdict().name().toLowerCase(Locale.ROOT);
    }

    private String undecided(Snapshot<Order> order, Attempt attempt, BankReport report) {
        if (!patienceIsOver(attempt)) {
            later(order, attempt);
            return "undecided";
        }
        var cause = Cause.event("lapse/" + order.id() + "/" + attempt.number());
        var lapse = new Command.Lapse(attempt.number(), report.code());
        orders.perform(order.agency(), order.id(), cause, CLOCKWORK, lapse);
        return "lapsed";
    }

    private void later(Snapshot<Order> order, Attempt attempt) {
        orders.askLater(
                order.agency(), order.id(), attempt.number(), clock.instant().plus(settings.again()));
    }

    private boolean patienceIsOver(Attempt attempt) {
        return attempt.expiresAt().plus(settings.patience()).isBefore(clock.instant());
    }

    private static boolean isDue(Attempt attempt, Instant now) {
        return attempt.pending() && attempt.askAt() != null && !attempt.askAt().isAfter(now);
    }

    private void count(String outcome) {
        meters.counter("motcua.payments.inquiries", "outcome", outcome).increment();
    }
}
