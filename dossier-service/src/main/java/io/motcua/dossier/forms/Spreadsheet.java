package io.motcua.dossier.forms;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.jspecify.annotations.Nullable;

/** CSV (RFC 4180) as the usual spreadsheets read it. */
public final class Spreadsheet {

    /** Without it the usual spreadsheet takes Vietnamese for something else. */
    private static final String BYTE_ORDER_MARK = "\ufeff";

    private Spreadsheet() {}

    public static byte[] csv(List<String> columns, Iterable<? extends List<? extends @Nullable String>> lines) {
        var text = new StringBuilder(BYTE_ORDER_MARK);
        try (var csv = CSVFormat.RFC4180.print(text)) {
            csv.printRecord(columns);
            for (var line : lines) {
                csv.printRecord(line.stream().map(Spreadsheet::harmless).toList());
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
