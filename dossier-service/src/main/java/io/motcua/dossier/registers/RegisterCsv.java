package io.motcua.dossier.registers;

import io.motcua.dossier.forms.Spreadsheet;
import java.util.Arrays;
import java.util.List;

/** A register for spreadsheets. */
public final class RegisterCsv {

    private static final List<String> COLUMNS = List.of(
            "STT",
            "Mã hồ sơ",
            "Tên TTHC",
            "Số lượng hồ sơ (bộ)",
            "Tên cá nhân, tổ chức",
            "Địa chỉ, số điện thoại",
            "Cơ quan chủ trì giải quyết",
            "Ngày nhận hồ sơ",
            "Ngày hẹn trả kết quả",
            "Ngày chuyển hồ sơ đến cơ quan giải quyết",
            "Ngày nhận kết quả từ cơ quan giải quyết",
            "Ngày trả kết quả",
            "Phương thức nhận kết quả",
            "Ký nhận",
            "Ghi chú");

    private RegisterCsv() {}

    public static byte[] of(Register register) {
        return Spreadsheet.csv(
                COLUMNS,
                register.lines().stream()
                        .map(it -> Arrays.asList(
                                Integer.toString(it.number()),
                                it.code(),
                                it.service(),
                                null,
                                it.applicant(),
                                it.contact(),
                                it.handlingUnit(),
                                it.receivedOn(),
                                it.dueOn(),
                                it.handedOverOn(),
                                it.resultOn(),
                                it.returnedOn(),
                                it.returnedBy(),
                                null,
                                it.note()))
                        .toList());
    }
}
