package io.motcua.payment.callbacks;

import io.micrometer.core.instrument.MeterRegistry;
import io.motcua.payment.orders.Attempt;
import io.motcua.payment.orders.Order;
import io.motcua.payment.orders.Orders;
import io.motcua.payment.orders.Reference;
import io.motcua.payment.settlements.Settlements;
import io.motcua.payment.vnpay.BankReport;
import io.motcua.payment.vnpay.Notifications;
import io.motcua.payment.vnpay.Verdict;
import io.motcua.payment.vnpay.VnpaySettings;
import io.motcua.platform.history.Snapshot;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Answering the bank's notifications, and telling the payer on the way back what is known. */
@Service
public class Callbacks {

    private static final Logger log = LoggerFactory.getLogger(Callbacks.class);

    private final Notifications notifications;
    private final Settlements settlements;
    private final Orders orders;
    private final VnpaySettings settings;
    private final MeterRegistry meters;
    private final Clock clock;

    Callbacks(
            Notifications notifications,
            Settlements settlements,
            Orders orders,
            VnpaySettings settings,
            MeterRegistry meters,
            Clock clock) {
        this.notifications = notifications;
        this.settlements = settlements;
        this.orders = orders;
        this.settings = settings;
        this.meters = meters;
        this.clock = clock;
    }

    /** Always answers: whatever goes wrong here is for the bank a reason to tell us again. */
    public Reply notified(String agency, Map<String, List<String>> parameters) {
        var reply = reply(agency, parameters);
        meters.counter("motcua.payments.notifications", "agency", known(agency, reply), "code", reply.code())
                .increment();
        return reply;
    }

    /**
     * Displays; only a notification or an inquiry changes anything. But a payer who comes back as paid before the bank has
     * notified us is a reason to ask it soon: the notification may have met nobody.
     */
    public Optional<Homecoming> returned(String agency, Map<String, List<String>> parameters) {
        return notifications
                .read(agency, parameters)
                .flatMap(report -> Reference.read(report.reference())
                        .flatMap(reference -> orders.findAnywhere(reference.order())
                                .flatMap(order -> order.state()
                                        .attempt(reference.attempt())
                                        .map(attempt -> welcome(order, attempt, report)))));
    }

    private Homecoming welcome(Snapshot<Order> order, Attempt attempt, BankReport report) {
        var soon = clock.instant().plus(settings.askAfter());
        var planned = attempt.askAt();
        if (report.verdict() == Verdict.PAID && planned != null && planned.isAfter(soon)) {
            orders.askLater(order.agency(), order.id(), attempt.number(), soon);
        }
        return Homecoming.of(order, attempt, report.verdict());
    }

    private Reply reply(String agency, Map<String, List<String>> parameters) {
        try {
            return notifications
                    .read(agency, parameters)
                    .map(report -> Reply.to(settlements.settle(report)))
                    .orElse(Reply.INVALID_SIGNATURE);
        } catch (RuntimeException e) {
            log.atError()
                    .addKeyValue("agency", agency)
                    .setCause(e)
                    .log("A notification of the bank could not be applied");
            return Reply.OTHER;
        }
    }

    /** An address that anybody can call must not fill the metrics with made-up agencies. */
    private static String known(String agency, Reply reply) {
        return switch (reply) {
            case CONFIRMED, ALREADY_CONFIRMED, INVALID_AMOUNT -> agency;
            case ORDER_NOT_FOUND, INVALID_SIGNATURE, OTHER -> "unknown";
        };
    }
}
