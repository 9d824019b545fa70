package io.motcua.payment.vnpay;

import java.time.Instant;

/**
 * A contract with the bank that an agency has entered itself.
 *
 * @param since from when on its payers are sent there
 */
public record Contract(Merchant merchant, Instant since) {}
