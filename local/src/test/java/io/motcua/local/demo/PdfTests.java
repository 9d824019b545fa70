package io.motcua.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PdfTests {

    private final String pdf = new String(Pdf.of("Decision (final)", "Dossier 1"), StandardCharsets.ISO_8859_1);

    @Test
    void begins_and_ends_as_a_pdf() {
        assertThat(pdf).startsWith("%PDF-1.4\n").endsWith("%%EOF\n");
        assertThat(pdf).contains("(Decision \\(final\\)) Tj");
    }

    @Test
    void its_table_points_at_its_objects() {
        var entries = Pattern.compile("(\\d{10}) 00000 n \n").matcher(pdf);
        int number = 0;
        while (entries.find()) {
            number++;
            assertThat(pdf.substring(Integer.parseInt(entries.group(1)))).startsWith(number + " 0 obj\n");
        }
        assertThat(number).isEqualTo(5);
        int table = Integer.parseInt(pdf.replaceAll("(?s).*startxref\n(\\d+)\n.*", "$1"));
        assertThat(pdf.substring(table)).startsWith("xref\n0 6\n");
    }

    @Test
    void its_stream_is_as_long_as_it_says() {
        var stream = Pattern.compile("(?s)/Length (\\d+) >>\nstream\n(.*?)\nendstream")
                .matcher(pdf);
        assertThat(stream.find()).isTrue();
        assertThat(stream.group(2)).hasSize(Integer.parseInt(stream.group(1)));
    }
}
