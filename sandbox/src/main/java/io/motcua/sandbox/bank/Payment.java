package io.motcua.sandbox.bank;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A line of the bank's book: what was asked, how it ended, whether the merchant knows, and what was paid back.
 *
 * @param settlement how paying ended; absent while the payer has not decided
 */
record Payment(String id, PayOrder order, @Nullable Settlement settlement, Delivery delivery, List<Refund> refunds) {

    Payment {
        refunds = List.copyOf(refunds);
    }

    static Payment opened(PayOrder order) {
        return new Payment(order.id(), order, null, new Delivery(0, false, ""), List.of());
    }

    boolean paid() {
        return settlement != null && settlement.outcome() == Outcome.PAID;
    }

    long refundable() {
        return order.amount() - refunds.stream().mapToLong(Refund::amount).sum();
    }

    /** The numbers that the bank has given out for this payment. */
    Stream<Long> numbers() {
        return Stream.concat(
                Stream.ofNullable(settlement).map(Settlement::number),
                refunds.stream().map(Refund::number));
    }

    Payment settled(Settlement how) {
        return new Payment(id, order, how, delivery, refunds);
    }

    Payment reported(String answer, boolean confirmed) {
        return new Payment(id, order, settlement, new Delivery(delivery.attempts() + 1, confirmed, answer), refunds);
    }

    Payment refunded(Refund refund) {
        return new Payment(
                id,
                order,
                settlement,
                delivery,
                Stream.concat(refunds.stream(), Stream.of(refund)).toList());
    }

    /**
     * @param number {@code vnp_TransactionNo}; 0 when no bank was asked
     * @param at {@code vnp_PayDate}
     */
    record Settlement(Outcome outcome, long number, String at) {}

    /**
     * The report to the merchant.
     *
     * @param answer the merchant's last {@code RspCode}, or why there was none
     */
    record Delivery(int attempts, boolean confirmed, String answer) {}

    /** @param type {@code 02} for all, {@code 03} for a part */
    record Refund(String requestId, String type, long amount, long number, String by, String at) {}
}
