package io.motcua.dossier.casework;

import io.motcua.events.Names;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What staff read personal data for. */
public enum Purpose {
    INTAKE("Tiếp nhận hồ sơ", "Intake"),
    PROCESSING("Giải quyết hồ sơ", "Processing"),
    SIGNING("Xem xét, ký kết quả", "Review and signature"),
    RETURNING("Trả kết quả", "Return of the result"),
    COMPLAINT("Giải quyết khiếu nại, phản ánh", "Complaint"),
    INSPECTION("Thanh tra, kiểm tra", "Inspection"),
    OVERVIEW("Theo dõi chung", "Overview");

    private final Names names;

    Purpose(String vi, String en) {
        this.names = new Names(vi, en);
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Names names() {
        return names;
    }

    public static Optional<Purpose> of(String code) {
        return Arrays.stream(values()).filter(it -> it.code().equals(code)).findFirst();
    }
}
