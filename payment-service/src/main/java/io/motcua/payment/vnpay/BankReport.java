package io.motcua.payment.vnpay;

import java.time.Instant;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What the bank says about one attempt; its signature has been checked.
 *
 * @param merchant with whose secret the bank has signed
 * @param reference {@code vnp_TxnRef}
 * @param amount as the bank wrote it
 * @param code the one that explains the verdict
 * @param transactionNo the bank's number of the transaction, {@code 0} or empty without one
 */
public record BankReport(
        Merchant merchant,
        String reference,
        String amount,
        Verdict verdict,
        String code,
        String transactionNo,
        @Nullable Instant paidAt) {

    public String tmnCode() {
        return merchant.tmnCode();
    }

    /** Whole đồng; nothing if the amount is none. */
    public OptionalLong dong() {
        return Amounts.dong(amount);
    }
}
