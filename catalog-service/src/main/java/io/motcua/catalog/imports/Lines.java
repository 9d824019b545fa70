package io.motcua.catalog.imports;

import io.motcua.catalog.CatalogProblem;
import io.motcua.platform.problems.Problem;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The lines of a file that are not blank. A row is a line, in CSV too: so an unclosed quotation mark spoils one row and
 * not all that follow.
 */
public record Lines(List<Line> lines) {

    /** @param number counts from 1, blank lines included */
    public record Line(long number, String text) {}

    public Lines {
        lines = List.copyOf(lines);
    }

    /** @throws Problem if the bytes are no UTF-8 */
    public static Lines of(byte[] file) {
        var lines = new ArrayList<Line>();
        long number = 0;
        for (var line : decoded(file).split("\r?\n", -1)) {
            number++;
            if (!line.isBlank()) {
                lines.add(new Line(number, line));
            }
        }
        return new Lines(lines);
    }

    private static String decoded(byte[] file) {
        try {
            // Unlike new String, a fresh decoder refuses what it cannot read instead of writing question marks.
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new Problem(CatalogProblem.UNREADABLE_FILE, "UTF-8").at("", "not-utf-8");
        }
    }
}
