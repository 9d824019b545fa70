package io.motcua.dossier.testing;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/** Files that are what they say. */
public final class TestFiles {

    private TestFiles() {}

    /** A PDF of one page. */
    public static byte[] pdf() {
        return pdf(1, 1, 0);
    }

    /** A PDF of one page that has this many bytes. */
    public static byte[] pdfOfSize(int size) {
        var empty = pdf(1, 1, size / 2).length - size / 2;
        var padded = pdf(1, 1, size - empty);
        return padded.length == size ? padded : pdf(1, 1, size - empty - (padded.length - size));
    }

    /** @param said how many pages it says that it has */
    public static byte[] pdf(int pages, int said, int padding) {
        var body = new StringBuilder(
                        "%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count ")
                .append(said)
                .append("/Kids[");
        for (int i = 0; i < pages; i++) {
            body.append(i + 4).append(" 0 R ");
        }
        body.append("]>>endobj\n3 0 obj<</Length ").append(padding).append(">>stream\n");
        body.append(".".repeat(Math.max(0, padding))).append("\nendstream endobj\n");
        for (int i = 0; i < pages; i++) {
            body.append(i + 4).append(" 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 420 595]>>endobj\n");
        }
        body.append("trailer<</Size ").append(pages + 4).append("/Root 1 0 R>>\n%%EOF\n");
        return body.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    /** @param format {@code png} or {@code jpeg} */
    public static byte[] picture(String format) {
        try (var bytes = new ByteArrayOutputStream()) {
            ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), format, bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A document of Office Open XML with one part of that size. */
    public static byte[] office(String part, int size) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            zip.write("<Types/>".getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry(part));
            var zeros = new byte[Math.min(size, 1024 * 1024)];
            for (int left = size; left > 0; left -= zeros.length) {
                zip.write(zeros);
            }
        }
        return bytes.toByteArray();
    }
}
