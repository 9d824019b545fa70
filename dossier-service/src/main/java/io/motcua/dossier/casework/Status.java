package io.motcua.dossier.casework;

import io.motcua.events.Names;
import java.util.Arrays;
import java.util.Optional;

/** The ten national states of a dossier, and our draft before them. */
public enum Status {
    DRAFT(0, "Bản nháp", "Draft"),
    SUBMITTED(1, "Mới đăng ký", "Submitted"),
    ACCEPTED(2, "Được tiếp nhận", "Accepted"),
    REFUSED(3, "Không được tiếp nhận", "Refused at intake"),
    PROCESSING(4, "Đang xử lý", "In process"),
    SUPPLEMENT_DUE(5, "Yêu cầu bổ sung giấy tờ", "Supplement requested"),
    PAYMENT_DUE(6, "Yêu cầu thực hiện nghĩa vụ tài chính", "Payment due"),
    WITHDRAWAL_ASKED(7, "Công dân yêu cầu rút hồ sơ", "Withdrawal requested"),
    STOPPED(8, "Dừng xử lý", "Stopped"),
    DONE(9, "Đã xử lý xong", "Done"),
    RETURNED(10, "Đã trả kết quả", "Result returned");

    private final int code;
    private final Names names;

    Status(int code, String vi, String en) {
        this.code = code;
        this.names = new Names(vi, en);
    }

    /** The national code; 0 is ours. */
    public int code() {
        return code;
    }

    public Names names() {
        return names;
    }

    /** As citizens are told of it. */
    public PublicStatus forPublic() {
        return PublicStatus.of(this);
    }

    public static Optional<Status> of(int code) {
        return Arrays.stream(values()).filter(it -> it.code == code).findFirst();
    }
}
