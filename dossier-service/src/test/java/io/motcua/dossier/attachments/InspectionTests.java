package io.motcua.dossier.attachments;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.motcua.dossier.testing.TestFiles;
import io.motcua.platform.problems.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is handed in is what it says, can be opened, and is no more than a reader should be given. */
class InspectionTests {

    private static final String PDF = "application/pdf";
    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private static final int MEGABYTE = 1024 * 1024;

    @Test
    void papers_are_taken() throws IOException {
        assertThat(Upload.of(TestFiles.pdf(), PDF, "a.pdf").bytes()).isEqualTo(TestFiles.pdf());
        assertThat(Upload.of(TestFiles.picture("png"), "image/png", "a").name()).isEqualTo("a.png");
        assertThat(Upload.of(TestFiles.picture("jpeg"), "image/jpeg", "A.JPEG").name())
                .isEqualTo("A.JPEG");
        assertThat(Upload.of(TestFiles.office("word/document.xml", 10), DOCX, "đơn")
                        .name())
                .isEqualTo("đơn.docx");
        assertThat(Upload.of(TestFiles.pdf(PdfInspection.MOST_PAGES, 1, 0), PDF, null)
                        .name())
                .isEqualTo("file.pdf");
    }

    @Test
    void a_program_is_no_paper_whatever_it_is_called() {
        var program = new byte[512];
        program[0] = 'M';
        program[1] = 'Z';
        assertThat(refusal(program, PDF)).isEqualTo("content-mismatch");
        assertThat(refusal("\u007fELF\2\1\1".getBytes(UTF_8), PDF)).isEqualTo("content-mismatch");
        assertThat(refusal("#!/bin/sh\n".getBytes(UTF_8), "image/png")).isEqualTo("content-mismatch");
        assertThat(refusal("<html><script>".getBytes(UTF_8), PDF)).isEqualTo("content-mismatch");
    }

    @Test
    void one_type_is_not_another() throws IOException {
        assertThat(refusal(TestFiles.pdf(), "image/png")).isEqualTo("content-mismatch");
        assertThat(refusal(TestFiles.picture("png"), "image/jpeg")).isEqualTo("content-mismatch");
        assertThat(refusal(TestFiles.picture("jpeg"), PDF)).isEqualTo("content-mismatch");
        assertThat(refusal(TestFiles.office("xl/workbook.xml", 10), DOCX)).isEqualTo("content-mismatch");
        assertThat(refusal(TestFiles.office("any.txt", 10), DOCX)).isEqualTo("content-mismatch");
    }

    @Test
    void what_cannot_be_read_is_refused() {
        assertThat(refusal("%PDF-1.7 and no more".getBytes(UTF_8), PDF)).isEqualTo("content-unreadable");
        assertThat(refusal(TestFiles.pdf(0, 0, 0), PDF)).isEqualTo("content-unreadable");
        assertThat(refusal(Arrays.copyOf(TestFiles.picture("png"), 12), "image/png"))
                .isEqualTo("content-unreadable");
        assertThat(refusal(new byte[] {'P', 'K', 3, 4, 9, 9, 9, 9}, DOCX)).startsWith("content-");
    }

    @Test
    void pages_are_counted_and_not_believed() {
        assertThat(refusal(TestFiles.pdf(10_000, 10_000, 0), PDF)).isEqualTo("too-many-pages");
        assertThat(refusal(TestFiles.pdf(10_000, 1, 0), PDF)).isEqualTo("too-many-pages");
    }

    /** A page tree that leads back into itself. */
    @Test
    void pages_without_end_come_to_an_end() {
        var loop = "%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
                + "2 0 obj<</Type/Pages/Count 1/Kids[3 0 R]>>endobj\n3 0 obj<</Type/Pages/Count 1/Kids[2 0 R]>>endobj\n"
                + "trailer<</Size 4/Root 1 0 R>>\n%%EOF\n";
        assertThat(refusal(loop.getBytes(UTF_8), PDF)).isEqualTo("content-unreadable");
    }

    @Test
    void what_opens_with_a_password_only_is_refused_but_restrictions_are_not() throws IOException {
        assertThat(refusal(locked("secret"), PDF)).isEqualTo("content-locked");
        assertThat(Upload.of(locked(""), PDF, "a.pdf").name()).isEqualTo("a.pdf");
    }

    @Test
    void what_fills_the_memory_is_refused() throws IOException {
        assertThat(refusal(bomb("/FlateDecode", 200 * MEGABYTE), PDF)).isEqualTo("content-expands");
        assertThat(refusal(bomb("[/FlateDecode/FlateDecode]", MEGABYTE), PDF)).isEqualTo("content-expands");
        assertThat(refusal(TestFiles.office("word/document.xml", 300 * MEGABYTE), DOCX))
                .isEqualTo("content-expands");
        assertThat(refusal(manyParts(), DOCX)).isEqualTo("content-expands");
        var vast = TestFiles.picture("png");
        vast[16] = 1; // 16 million pixels wide
        vast[20] = 1;
        assertThat(refusal(vast, "image/png")).isIn("content-expands", "content-unreadable");
    }

    @Test
    void macros_are_refused() throws IOException {
        assertThat(refusal(TestFiles.office("word/vbaProject.bin", 10), DOCX)).isEqualTo("content-active");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "../../etc/passwd|passwd.pdf",
                "C:\\Users\\lan\\tờ khai.pdf|tờ khai.pdf",
                "giay\u202Efdp.exe|giayfdp.exe.pdf",
                "ảnh.PDF|ảnh.PDF",
                "..|file.pdf",
                "'.pdf'|file.pdf",
                "''|file.pdf",
                "form.pdf.exe|form.pdf.exe.pdf",
                "a<b>:\"|a_b___.pdf",
                "to\u0302i.pdf|tôi.pdf",
            })
    void names_mislead_nobody(String given, String expected) {
        assertThat(FileName.of(given, List.of("pdf"))).isEqualTo(expected);
    }

    @Test
    void names_have_no_control_characters() {
        assertThat(FileName.of("a\u0000\r\n\u2028b\u200f.pdf", List.of("pdf"))).isEqualTo("ab.pdf");
    }

    @Test
    void long_names_keep_their_ending() {
        var name = FileName.of("😀".repeat(5_000) + ".pdf", List.of("pdf"));
        assertThat(name).endsWith("😀.pdf");
        assertThat(name.codePointCount(0, name.length())).isEqualTo(204);
    }

    private static String refusal(byte[] bytes, String type) {
        var problem = catchThrowableOfType(Problem.class, () -> Upload.of(bytes, type, "form.pdf"));
        return problem == null ? "taken" : problem.kind().slug();
    }

    private static byte[] locked(String password) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var document = Loader.loadPDF(TestFiles.pdf())) {
            document.protect(new StandardProtectionPolicy("owner", password, new AccessPermission()));
            document.save(bytes);
        }
        return bytes.toByteArray();
    }

    private static byte[] bomb(String filter, int size) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var deflater = new DeflaterOutputStream(packed)) {
            var zeros = new byte[MEGABYTE];
            for (int i = 0; i < size / MEGABYTE; i++) {
                deflater.write(zeros);
            }
        }
        var pdf = new ByteArrayOutputStream();
        pdf.write(("%PDF-1.7\n1 0 obj<</Type/ObjStm/Filter" + filter + "/Length " + packed.size() + ">>stream\r\n")
                .getBytes(UTF_8));
        packed.writeTo(pdf);
        pdf.write("\nendstream endobj\n".getBytes(UTF_8));
        pdf.write(TestFiles.pdf(), 9, TestFiles.pdf().length - 9);
        return pdf.toByteArray();
    }

    private static byte[] manyParts() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < 6_000; i++) {
                zip.putNextEntry(new ZipEntry("word/" + i));
            }
        }
        return bytes.toByteArray();
    }
}
