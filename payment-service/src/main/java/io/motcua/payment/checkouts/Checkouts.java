package io.motcua.payment.checkouts;

import io.motcua.payment.PaymentProblem;
import io.motcua.payment.orders.Command;
import io.motcua.payment.orders.Order;
import io.motcua.payment.orders.OrderNotOpen;
import io.motcua.payment.orders.Orders;
import io.motcua.payment.orders.Reference;
import io.motcua.payment.orders.TooManyAttempts;
import io.motcua.payment.vnpay.Merchants;
import io.motcua.payment.vnpay.PayPage;
import io.motcua.payment.vnpay.Purchase;
import io.motcua.payment.vnpay.VnpaySettings;
import io.motcua.platform.history.Actor;
import io.motcua.platform.history.Cause;
import io.motcua.platform.history.Snapshot;
import io.motcua.platform.problems.Problem;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Checking out: a new attempt, and the bank's page for it. */
@Service
public class Checkouts {

    private final Orders orders;
    private final Merchants merchants;
    private final PayPage page;
    private final VnpaySettings settings;
    private final Clock clock;

    Checkouts(Orders orders, Merchants merchants, PayPage page, VnpaySettings settings, Clock clock) {
        this.orders = orders;
        this.merchants = merchants;
        this.page = page;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Starts an attempt; the same cause again finds the one that it has started.
     *
     * @param returnUrl where the payer comes back to; the merchant's address if absent
     */
    public Checkout start(
            Snapshot<Order> order, Cause cause, Actor payer, @Nullable URI returnUrl, String language, String ip) {
        var merchant = merchants
                .of(order.agency())
                .orElseThrow(() -> new Problem(PaymentProblem.ONLINE_PAYMENT_UNAVAILABLE, order.agency()));
        var request = cause.derivedId("attempt");
        var expiresAt = end(order.state());
        var start = new Command.StartAttempt(request, expiresAt, expiresAt.plus(settings.askAfter()));
        var state = started(order, cause, payer, start);
        var attempt = state.attemptOf(request).orElseThrow();
        var reference = new Reference(order.id(), attempt.number()).toString();
        var purchase = new Purchase(
                reference,
                state.amount().amount(),
                description(state),
                returnUrl,
                language,
                ip,
                attempt.createdAt(),
                attempt.expiresAt());
        var url = page.address(merchant, order.agency(), purchase);
        return new Checkout(attempt.number(), reference, url, attempt.expiresAt());
    }

    private Order started(Snapshot<Order> order, Cause cause, Actor payer, Command.StartAttempt start) {
        try {
            return orders.perform(order.agency(), order.id(), cause, payer, start)
                    .snapshot()
                    .state();
        } catch (OrderNotOpen e) {
            throw new Problem(PaymentProblem.ORDER_NOT_OPEN, e.status());
        } catch (TooManyAttempts e) {
            throw new Problem(PaymentProblem.TOO_MANY_ATTEMPTS, e.most());
        }
    }

    /** The bank counts whole seconds, and no attempt outlives the term to pay. */
    private Instant end(Order order) {
        var end = clock.instant().plus(settings.attemptLife());
        var term = order.expiresAt();
        return (term != null && term.isBefore(end) ? term : end).truncatedTo(ChronoUnit.SECONDS);
    }

    private static String description(Order order) {
        return order.dossierCode() == null ? order.description() : order.dossierCode() + " " + order.description();
    }
}
