package io.motcua.payment;

import io.motcua.platform.problems.ProblemKind;

/** Why a request about payments is refused, beyond what every service refuses. */
public enum PaymentProblem implements ProblemKind {

    /** The order is paid, cancelled or expired: there is nothing to check out. */
    ORDER_NOT_OPEN(409),

    /** The order was tried so often that something else is wrong. */
    TOO_MANY_ATTEMPTS(409),

    /** The agency has no contract with a bank that would take the payment. */
    ONLINE_PAYMENT_UNAVAILABLE(409),

    /** The agency has a contract already, and the caller wanted to enter the first. */
    CONTRACT_EXISTS(412),

    /** The agency has entered no contract with the bank. */
    NO_CONTRACT(404),

    /** The payer may not be sent back to this address. */
    RETURN_REFUSED(422);

    private final int status;

    PaymentProblem(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
