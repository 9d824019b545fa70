package io.motcua.sandbox.bank;

/**
 * A merchant's wish to pay money back.
 *
 * @param type {@code 02} for all, {@code 03} for a part
 * @param amount in hundredths of a đồng
 * @param number the payment's {@code vnp_TransactionNo}; may be empty
 * @param by who decided it at the merchant's
 */
record RefundOrder(String requestId, String type, long amount, String number, String by) {

    static final String ALL = "02";
    static final String PART = "03";

    void check(Payment payment) {
        var settlement = payment.settlement();
        if (settlement == null || !payment.paid()) {
            throw new ApiRefused("95", "The original transaction was not successful");
        }
        if (!number.isEmpty() && !number.equals(Long.toString(settlement.number()))) {
            throw new ApiRefused("91", "Transaction not found");
        }
        if (payment.refundable() == 0
                || payment.refunds().stream().anyMatch(it -> it.requestId().equals(requestId))) {
            throw new ApiRefused("94", "A refund was already requested");
        }
        if (amount > payment.refundable()) {
            throw new ApiRefused("99", "The amount exceeds what was paid and not yet refunded");
        }
        if (type.equals(ALL) && amount != payment.order().amount()) {
            throw new ApiRefused("03", "A full refund is of the whole amount");
        }
    }
}
