package io.motcua.local.demo;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A real PDF of one A5 page with a few lines of plain text: small enough to be made here, valid for every reader. */
final class Pdf {

    private static final int FIRST_LINE_Y = 540;
    private static final int LINE_HEIGHT = 18;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final List<Integer> offsets = new ArrayList<>();

    private Pdf() {}

    /** @param lines in ASCII: the standard fonts know no Vietnamese */
    static byte[] of(String... lines) {
        var pdf = new Pdf();
        pdf.write("%PDF-1.4\n%\u00e2\u00e3\u00cf\u00d3\n");
        pdf.object("<< /Type /Catalog /Pages 2 0 R >>");
        pdf.object("<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
        pdf.object("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 420 595] /Contents 4 0 R"
                + " /Resources << /Font << /F1 5 0 R >> >> >>");
        String content = content(lines);
        pdf.object("<< /Length %d >>\nstream\n%s\nendstream".formatted(content.length(), content));
        pdf.object("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
        pdf.end();
        return pdf.bytes.toByteArray();
    }

    private static String content(String[] lines) {
        var content = new StringBuilder("BT /F1 12 Tf 48 %d Td %d TL\n".formatted(FIRST_LINE_Y, LINE_HEIGHT));
        for (String line : lines) {
            String escaped = line.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)");
            content.append("(").append(escaped).append(") Tj T*\n");
        }
        return content.append("ET").toString();
    }

    private void object(String body) {
        offsets.add(bytes.size());
        write("%d 0 obj\n%s\nendobj\n".formatted(offsets.size(), body));
    }

    private void end() {
        int table = bytes.size();
        write("xref\n0 %d\n0000000000 65535 f \n".formatted(offsets.size() + 1));
        offsets.forEach(offset -> write("%010d 00000 n \n".formatted(offset)));
        write("trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n".formatted(offsets.size() + 1, table));
    }

    private void write(String text) {
        bytes.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
