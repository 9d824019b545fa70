package io.motcua.sandbox.bank;

import java.util.Arrays;
import java.util.Optional;

/** Why the bank shows no payment page: the codes of VNPAY's error page. */
enum PayProblem {
    ALREADY_EXISTS("01"),
    MALFORMED("03"),
    TOO_LATE("15"),
    BAD_SIGNATURE("70"),
    UNKNOWN_MERCHANT("72"),
    OTHER("99");

    private final String code;

    PayProblem(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    static Optional<PayProblem> of(String code) {
        return Arrays.stream(values()).filter(it -> it.code.equals(code)).findFirst();
    }
}
