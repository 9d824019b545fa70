package io.motcua.payment.settlements;

import io.motcua.payment.orders.Command;
import io.motcua.payment.orders.Order;
import io.motcua.payment.orders.Orders;
import io.motcua.payment.orders.Reference;
import io.motcua.payment.vnpay.BankReport;
import io.motcua.payment.vnpay.Merchants;
import io.motcua.payment.vnpay.Verdict;
import io.motcua.platform.history.Actor;
import io.motcua.platform.history.Cause;
import io.motcua.platform.history.Snapshot;
import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * Settling an attempt by what the bank reports, whether it was asked or told us by itself: both have the same cause, so
 * whichever comes second changes nothing.
 */
@Service
public class Settlements {

    private static final Logger log = LoggerFactory.getLogger(Settlements.class);
    private static final String PROVIDER = "vnpay";
    private static final Actor BANK = Actor.system(PROVIDER);

    private final Orders orders;
    private final Merchants merchants;
    private final Clock clock;

    Settlements(Orders orders, Merchants merchants, Clock clock) {
        this.orders = orders;
        this.merchants = merchants;
        this.clock = clock;
    }

    public Settlement settle(BankReport report) {
        var reference = Reference.read(report.reference());
        return reference
                .flatMap(it -> find(it, report))
                .map(order -> settle(order, reference.get(), report))
                .orElse(Settlement.UNKNOWN_ORDER);
    }

    /** A merchant may serve several agencies, all with the one address that the bank notifies: the order says which. */
    private Optional<Snapshot<Order>> find(Reference reference, BankReport report) {
        return orders.findAnywhere(reference.order())
                .filter(order -> order.state().attempt(reference.attempt()).isPresent())
                .filter(order -> merchants.speaksFor(report.merchant(), order.agency()));
    }

    private Settlement settle(Snapshot<Order> order, Reference reference, BankReport report) {
        var dong = report.dong();
        long owed = order.state().amount().amount();
        boolean unknown = report.verdict() == Verdict.UNKNOWN;
        boolean exact = unknown || (dong.isPresent() && dong.getAsLong() == owed);
        var command = exact ? command(reference, report) : otherAmount(reference, report);
        var decided = orders.perform(order.agency(), order.id(), cause(report, exact), BANK, command);
        log.atInfo()
                .addKeyValue("order", order.id())
                .addKeyValue("agency", order.agency())
                .addKeyValue("attempt", reference.attempt())
                .addKeyValue("code", report.code())
                .addKeyValue("status", decided.snapshot().state().status())
                .addKeyValue("applied", decided.applied())
                .log("Bank reports {}: {}", report.verdict(), command.getClass().getSimpleName());
        if (!exact) {
            return Settlement.OTHER_AMOUNT;
        }
        return decided.applied() ? Settlement.APPLIED : Settlement.REPEATED;
    }

    private Command command(Reference reference, BankReport report) {
        return switch (report.verdict()) {
            case PAID -> {
                var paidAt = report.paidAt() == null ? clock.instant() : report.paidAt();
                yield new Command.Pay(reference.attempt(), PROVIDER, providerReference(report), paidAt);
            }
            case FAILED -> new Command.Fail(reference.attempt(), PROVIDER, report.code());
            case UNDECIDED -> new Command.LeaveUndecided(reference.attempt(), report.code());
            case UNKNOWN -> new Command.Lapse(reference.attempt(), report.code());
        };
    }

    private static Command otherAmount(Reference reference, BankReport report) {
        return new Command.NoteOtherAmount(reference.attempt(), report.amount(), providerReference(report));
    }

    private static String providerReference(BankReport report) {
        return report.transactionNo().isEmpty() ? report.reference() : report.transactionNo();
    }

    /** One attempt is paid once and fails once, whatever else the bank writes beside it. */
    private static Cause cause(BankReport report, boolean exact) {
        var what = !exact
                ? "amount/" + report.amount() + "/" + report.verdict()
                : switch (report.verdict()) {
                    case PAID, FAILED, UNKNOWN -> report.verdict().name();
                    case UNDECIDED -> report.verdict() + "/" + report.code();
                };
        return Cause.event(PROVIDER + "/" + report.tmnCode() + "/" + report.reference() + "/" + what);
    }
}
