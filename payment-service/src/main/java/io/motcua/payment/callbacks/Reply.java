package io.motcua.payment.callbacks;

import io.motcua.payment.settlements.Settlement;

/** What the bank wants to hear; it goes on telling us until it hears 00 or 02. */
public enum Reply {
    CONFIRMED("00", "Confirm Success"),
    ORDER_NOT_FOUND("01", "Order not found"),
    ALREADY_CONFIRMED("02", "Order already confirmed"),
    INVALID_AMOUNT("04", "Invalid amount"),
    INVALID_SIGNATURE("97", "Invalid signature"),
    OTHER("99", "Other error");

    private final String code;
    private final String message;

    Reply(String code, String message) {
        this.code = code;
        this.message = message;
    }

    static Reply to(Settlement settlement) {
        return switch (settlement) {
            case APPLIED -> CONFIRMED;
            case REPEATED -> ALREADY_CONFIRMED;
            case UNKNOWN_ORDER -> ORDER_NOT_FOUND;
            case OTHER_AMOUNT -> INVALID_AMOUNT;
        };
    }

    public String code() {
        return code;
    }

    public String message() {
        return message;
    }
}
