package io.motcua.sandbox.bank;

/** A request to the merchant API that gets another answer than {@code 00}. */
final class ApiRefused extends RuntimeException {

    private final String code;
    private final String reason;

    ApiRefused(String code, String reason) {
        super(reason, null, false, false);
        this.code = code;
        this.reason = reason;
    }

    String code() {
        return code;
    }

    String reason() {
        return reason;
    }
}
