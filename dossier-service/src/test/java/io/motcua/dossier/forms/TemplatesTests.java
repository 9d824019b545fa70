package io.motcua.dossier.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Forms change by decree, and agencies have their own: both without a new build. */
class TemplatesTests {

    private static final LocalDate DAY = LocalDate.of(2026, 6, 1);
    private static final String LETTERS = "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ";

    @TempDir
    Path directory;

    private final Press press = new Press();

    @Test
    void the_shipped_forms_are_those_of_the_circular() {
        var templates = templates(null);

        for (var form : new String[] {"01", "02", "03", "04", "05"}) {
            assertThat(templates.of("H37", form, DAY).name()).matches(form + "@2018-11-23\\.html#[0-9a-f]{12}");
            assertThat(templates.of("H37", form, LocalDate.of(2000, 1, 1)).name())
                    .startsWith(form + "@2018-11-23");
        }
    }

    @Test
    void a_form_is_that_of_its_day_and_of_its_agency() throws IOException {
        Files.writeString(directory.resolve("01@2025-07-01.html"), "<html><body>mới {{>letterhead}}</body></html>");
        Files.writeString(directory.resolve("letterhead.html"), "của tỉnh");
        Files.createDirectories(directory.resolve("H26"));
        Files.writeString(directory.resolve("H26/01@2026-01-01.html"), "riêng {{>letterhead}}, {{>person}}");
        Files.writeString(directory.resolve("H26/letterhead.html"), "của thành phố");
        var templates = templates(directory);

        assertThat(templates.of("H37", "01", LocalDate.of(2025, 6, 30)).name()).startsWith("01@2018-11-23");
        assertThat(templates.of("H37", "01", DAY).fill(Map.of())).contains("mới của tỉnh");
        assertThat(templates.of("H26", "01", DAY).name()).startsWith("H26/01@2026-01-01.html#");
        assertThat(templates.of("H26", "01", DAY).fill(Map.of("address", "<b>Cao Lộc</b>")))
                .contains("riêng của thành phố", "&lt;b&gt;Cao Lộc", "Số điện thoại: ......");
        assertThat(templates.of("H26", "02", DAY).name()).startsWith("02@2018-11-23");
    }

    @Test
    void what_cannot_be_read_is_said_at_the_start() throws IOException {
        Files.writeString(directory.resolve("01@gestern.html"), "");
        assertThatThrownBy(() -> templates(directory)).hasMessageContaining("01@gestern.html");

        Files.move(directory.resolve("01@gestern.html"), directory.resolve("01@2025-01-01.html"));
        Files.writeString(directory.resolve("01@2025-01-01.html"), "{{#open}}");
        assertThatThrownBy(() -> templates(directory)).hasMessageContaining("01@2025-01-01.html");
    }

    @Test
    void all_vietnamese_letters_are_set_and_what_the_face_lacks_breaks_nothing() {
        var pdf = press.pdf(page("<p>" + LETTERS + "</p><p><b>" + LETTERS.toUpperCase() + "</b></p><p>A 漢 😀 ﷽ B</p>"));

        PdfA.assertConforms(pdf);
        assertThat(PdfA.text(pdf)).contains(LETTERS, LETTERS.toUpperCase(), "A ", " B");
    }

    @Test
    void a_page_reads_no_file_and_asks_nobody() throws IOException {
        var secret = Files.writeString(directory.resolve("secret.css"), "body:before { content: 'secret' }");

        var pdf = press.pdf(page("<link rel=\"stylesheet\" href=\"" + secret.toUri() + "\"/><p>một</p>"
                + "<img alt=\"\" src=\"http://127.0.0.1:1/x.png\"/>"));

        assertThat(PdfA.text(pdf)).isEqualTo("một");
    }

    private static String page(String body) {
        return "<html lang=\"vi\"><head><title>Mẫu</title><meta name=\"description\" content=\"Mẫu\"/>"
                + "<style>body { font-family: 'Liberation Serif' }</style></head><body>" + body + "</body></html>";
    }

    private static Templates templates(@Nullable Path own) {
        return new Templates(new FormSettings(own));
    }
}
