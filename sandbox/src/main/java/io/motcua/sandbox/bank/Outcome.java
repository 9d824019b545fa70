package io.motcua.sandbox.bank;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** How paying can end: VNPAY's response codes, with the transaction status that goes with each. */
enum Outcome {
    PAID("00", "00"),
    SUSPICIOUS("07", "07"),
    NO_ONLINE_BANKING("09", "02"),
    NOT_AUTHENTICATED("10", "02"),
    EXPIRED("11", "02"),
    CARD_LOCKED("12", "02"),
    WRONG_OTP("13", "02"),
    CANCELLED("24", "02"),
    NO_FUNDS("51", "02"),
    DAILY_LIMIT("65", "02"),
    BANK_DOWN("75", "02"),
    WRONG_PASSWORD("79", "02"),
    OTHER("99", "02");

    private final String responseCode;
    private final String transactionStatus;

    Outcome(String responseCode, String transactionStatus) {
        this.responseCode = responseCode;
        this.transactionStatus = transactionStatus;
    }

    public String responseCode() {
        return responseCode;
    }

    String transactionStatus() {
        return transactionStatus;
    }

    /** Nobody turned to a bank, so there is no number of a transaction. */
    boolean withoutTransaction() {
        return this == CANCELLED || this == EXPIRED;
    }

    static Optional<Outcome> of(String responseCode) {
        return Arrays.stream(values())
                .filter(it -> it.responseCode.equals(responseCode))
                .findFirst();
    }

    /** What a trainer can let go wrong, apart from cancelling; running out of time needs no button. */
    static List<Outcome> failures() {
        return Arrays.stream(values())
                .filter(it -> it != PAID && it != CANCELLED && it != EXPIRED)
                .toList();
    }
}
