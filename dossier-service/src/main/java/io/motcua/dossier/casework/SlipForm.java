package io.motcua.dossier.casework;

import io.motcua.events.Names;

/** The forms of Circular 01/2018/TT-VPCP that a dossier brings with it; Mẫu 06 is the unit's register. */
public enum SlipForm {
    RECEIPT("01", true, "Giấy tiếp nhận hồ sơ và hẹn trả kết quả", "Receipt with the day of return"),
    SUPPLEMENT_REQUEST("02", true, "Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ", "Request for supplements"),
    REFUSAL("03", true, "Phiếu từ chối tiếp nhận giải quyết hồ sơ", "Refusal"),
    APOLOGY("04", true, "Phiếu xin lỗi và hẹn lại ngày trả kết quả", "Apology and new day of return"),
    CONTROL("05", false, "Phiếu kiểm soát quá trình giải quyết hồ sơ", "Control slip");

    private final String number;
    private final boolean forApplicant;
    private final Names names;

    SlipForm(String number, boolean forApplicant, String vi, String en) {
        this.number = number;
        this.forApplicant = forApplicant;
        this.names = new Names(vi, en);
    }

    /** Mẫu số. */
    public String number() {
        return number;
    }

    /** Whether it is addressed to the applicant; else it stays in the office. */
    public boolean forApplicant() {
        return forApplicant;
    }

    public Names names() {
        return names;
    }
}
