package io.motcua.sandbox.bank;

import io.motcua.sandbox.storage.DataFolder;
import io.motcua.sandbox.storage.Journal;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * All payments. Every change is on the disk before anybody hears of it, whole payments one line each, of which the last
 * counts: a bank that forgets what it told a merchant would teach wrong lessons.
 */
@Component
class Book {

    /** Numbers as long as VNPAY's, so that nobody relies on short ones. */
    private static final long FIRST_NUMBER = 14_000_000;

    private final Clock clock;
    private final Journal<Payment> journal;
    private final Map<String, Payment> payments = new HashMap<>();
    private long lastNumber = FIRST_NUMBER;

    Book(DataFolder folder, JsonMapper json, Clock clock) {
        this.clock = clock;
        this.journal = Journal.open(folder.file("bank.jsonl"), Payment.class, json);
        for (var payment : journal.found()) {
            payments.put(payment.id(), payment);
            payment.numbers().forEach(number -> lastNumber = Math.max(lastNumber, number));
        }
    }

    synchronized Optional<Payment> find(String id) {
        return Optional.ofNullable(payments.get(id));
    }

    synchronized List<Payment> all(Predicate<Payment> wanted) {
        return payments.values().stream().filter(wanted).toList();
    }

    /** Opens a payment, or finds the same one again, as when the payer reloads the page. */
    synchronized Payment open(PayOrder order) {
        var earlier = payments.get(order.id());
        if (earlier == null) {
            if (order.expired(clock.instant())) {
                throw new PayRefused(PayProblem.TOO_LATE);
            }
            return put(Payment.opened(order));
        }
        if (!earlier.order().equals(order)) {
            throw new PayRefused(PayProblem.ALREADY_EXISTS);
        }
        return earlier;
    }

    /** Ends a payment; the first outcome counts, a second click changes nothing. */
    synchronized Settled settle(String id, Outcome wanted) {
        var payment = known(id);
        if (payment.settlement() != null) {
            return new Settled(payment, payment.settlement(), false);
        }
        var now = clock.instant();
        var outcome = payment.order().expired(now) ? Outcome.EXPIRED : wanted;
        var settlement =
                new Payment.Settlement(outcome, outcome.withoutTransaction() ? 0 : ++lastNumber, BankTime.write(now));
        return new Settled(put(payment.settled(settlement)), settlement, true);
    }

    /** Pays money back, if the rules allow it for the payment as it is now. */
    synchronized Payment.Refund refund(String id, RefundOrder order) {
        var payment = known(id);
        order.check(payment);
        var refund = new Payment.Refund(
                order.requestId(),
                order.type(),
                order.amount(),
                ++lastNumber,
                order.by(),
                BankTime.write(clock.instant()));
        put(payment.refunded(refund));
        return refund;
    }

    /** Notes what the merchant answered to a report. */
    synchronized Payment reported(String id, String answer, boolean confirmed) {
        return put(known(id).reported(answer, confirmed));
    }

    @PreDestroy
    void close() {
        journal.close();
    }

    private Payment known(String id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("Nobody opened " + id));
    }

    private Payment put(Payment payment) {
        journal.append(payment);
        payments.put(payment.id(), payment);
        return payment;
    }

    /** @param first whether this call ended the payment */
    record Settled(Payment payment, Payment.Settlement settlement, boolean first) {}
}
