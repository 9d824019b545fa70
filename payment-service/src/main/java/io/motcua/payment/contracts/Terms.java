package io.motcua.payment.contracts;

import java.time.Instant;

/**
 * What was agreed with the bank.
 *
 * @param tmnCode the bank's name of the merchant
 * @param sealedSecret what both sides sign with, as {@link Seal} keeps it
 * @param since from when on payers are sent there
 */
record Terms(String tmnCode, String sealedSecret, Instant since) {

    @Override
    public String toString() {
        return "Terms[" + tmnCode + ", " + since + "]";
    }
}
