package io.motcua.payment.vnpay;

import java.util.Set;

/** What the bank's codes say about an attempt. */
public enum Verdict {
    PAID,
    FAILED,
    /** Not decided, or debited under suspicion: money may still come in. */
    UNDECIDED,
    /** The bank does not know the attempt. */
    UNKNOWN;

    static final String SUCCESS = "00";
    private static final String ERROR = "02";

    /** Response code 07: debited, but suspicious. Nobody is told that it failed while the bank has the money. */
    private static final Set<String> OPEN_RESPONSES = Set.of("07", "");

    /** Of these statuses money has moved, or may have: no code beside them makes it a failure. */
    private static final Set<String> OPEN_STATUSES = Set.of("04", "05", "06", "07", "09");

    /** Of a notification: it pays only if both codes say so. */
    static Verdict of(String responseCode, String transactionStatus) {
        if (OPEN_RESPONSES.contains(responseCode) || OPEN_STATUSES.contains(transactionStatus)) {
            return UNDECIDED;
        }
        if (!responseCode.equals(SUCCESS) || transactionStatus.equals(ERROR)) {
            return FAILED;
        }
        return transactionStatus.equals(SUCCESS) ? PAID : UNDECIDED;
    }
}
