package io.motcua.dossier.casework;

import io.motcua.events.Names;
import java.util.Locale;

/** What a citizen needs to know of the eleven states: whose turn it is, and how it ended. */
public enum PublicStatus {
    DRAFT("Bản nháp", "Draft"),
    SUBMITTED("Đã gửi, chờ tiếp nhận", "Submitted, waiting to be accepted"),
    IN_PROCESS("Đang giải quyết", "Being processed"),
    WAITING_FOR_APPLICANT("Chờ người nộp hồ sơ", "Waiting for the applicant"),
    CLOSED("Đã kết thúc, không có kết quả", "Closed without a result"),
    RESULT_READY("Đã có kết quả", "Result ready"),
    RETURNED("Đã trả kết quả", "Result returned");

    private final Names names;

    PublicStatus(String vi, String en) {
        this.names = new Names(vi, en);
    }

    /** The one table from the national states to the public ones. */
    static PublicStatus of(Status status) {
        return switch (status) {
            case DRAFT -> DRAFT;
            case SUBMITTED -> SUBMITTED;
            case ACCEPTED, PROCESSING, WITHDRAWAL_ASKED -> IN_PROCESS;
            case SUPPLEMENT_DUE, PAYMENT_DUE -> WAITING_FOR_APPLICANT;
            case REFUSED, STOPPED -> CLOSED;
            case DONE -> RESULT_READY;
            case RETURNED -> RETURNED;
        };
    }

    /** As the API writes it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public Names names() {
        return names;
    }
}
