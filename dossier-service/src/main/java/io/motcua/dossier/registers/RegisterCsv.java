package io.motcua.dossier.registers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.jspecify.annotations.Nullable;

/** A register for spreadsheets. */
public final class RegisterCsv {

    private static final String[] COLUMNS = {
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
        "Ghi chú"
    };

    /** Without it the usual spreadsheet takes Vietnamese for something else. */
    private static final String BYTE_ORDER_MARK = "\ufeff";

    private RegisterCsv() {}

    public static byte[] of(Register register) {
        var text = new StringBuilder(BYTE_ORDER_MARK);
        try (var csv = CSVFormat.RFC4180.print(text)) {
            csv.printRecord((Object[]) COLUMNS);
            for (var it : register.lines()) {
                csv.printRecord(Stream.of(
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
                                it.note())
                        .map(RegisterCsv::harmless)
                        .toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** A name that begins like a formula is shown and not computed. */
    private static String harmless(@Nullable String cell) {
        if (cell == null || cell.isEmpty()) {
            return "";
        }
        return "=+-@\t\r".indexOf(cell.charAt(0)) < 0 ? cell : "'" + cell;
    }
}
