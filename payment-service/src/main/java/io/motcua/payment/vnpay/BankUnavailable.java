package io.motcua.payment.vnpay;

import org.jspecify.annotations.Nullable;

/** The bank did not answer; it may later. */
public class BankUnavailable extends RuntimeException {

    BankUnavailable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
