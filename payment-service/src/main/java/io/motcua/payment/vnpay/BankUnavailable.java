package io.motcua.payment.vnpay;

/** The bank did not answer; it may later. */
public class BankUnavailable extends RuntimeException {

    BankUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
