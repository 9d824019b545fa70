package io.motcua.dossier.signatures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import io.motcua.dossier.forms.QrCode;
import io.motcua.dossier.testing.SignedPdf;
import io.motcua.dossier.testing.SigningKeys;
import io.motcua.dossier.testing.TestFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;

class PadesTests {

    private static final String ADDRESS = "https://mot-cua.example.vn/api/v1/agencies/H37/results/0123456789abcdef";
    private static final Signatory H37 = new KeyFolder(
                    new SignatureSettings(SigningKeys.ofH37().toString(), false, ADDRESS), new MockEnvironment())
            .of("H37", "leader")
            .orElseThrow();
    private static final Instant NOW = Instant.now();

    @Test
    void a_signature_holds_for_a_reader_that_shares_no_code_with_us() throws Exception {
        var original = pdf(0);
        var signed = new SignedPdf(sign(original));

        assertThat(signed.holds()).isTrue();
        assertThat(Arrays.copyOf(signed.bytes(), original.length)).isEqualTo(original);
        var signature = signed.signatures().getFirst();
        assertThat(signature.getSubFilter()).isEqualTo("ETSI.CAdES.detached");
        assertThat(signature.getSignDate().toInstant().getEpochSecond()).isEqualTo(NOW.getEpochSecond());
        assertThat(signed.certificate(signature).getSubject().toString()).contains("Trung tâm Phục vụ");
        var signer = signed.message(signature)
                .getSignerInfos()
                .getSigners()
                .iterator()
                .next();
        assertThat(signer.getSignedAttributes().get(CMSAttributes.signingTime)).isNull();
        assertThat(signed.message(signature).getSignedContent().getContent()).isNotNull();
    }

    @Test
    void a_byte_that_is_altered_anywhere_is_found() throws Exception {
        var signed = sign(pdf(0));
        var range = new SignedPdf(signed).signatures().getFirst().getByteRange();
        for (int place = 0; place < signed.length; place += 1 + signed.length / 200) {
            if (place < range[1] || place >= range[2]) { // what lies between is the signature itself
                var altered = signed.clone();
                altered[place] ^= 1;
                assertThat(new SignedPdf(altered).holds()).as("byte %d", place).isFalse();
            }
        }
        var longer = Arrays.copyOf(signed, signed.length + 1);
        assertThat(new SignedPdf(longer).holds()).isFalse();
    }

    @Test
    void the_signature_of_another_document_is_found() throws Unsignable {
        var signed = sign(pdf(0));
        var other = sign(pdf(90));
        var mixed = new String(signed, StandardCharsets.ISO_8859_1)
                .replaceFirst("<[0-9a-fA-F]{2000,}>", "<" + contents(other) + ">")
                .getBytes(StandardCharsets.ISO_8859_1);

        assertThat(mixed).hasSameSizeAs(signed);
        assertThat(new SignedPdf(mixed).holds()).isFalse();
    }

    private static String contents(byte[] signed) {
        return new String(signed, StandardCharsets.ISO_8859_1).replaceFirst("(?s).*<([0-9a-fA-F]{2000,})>.*", "$1");
    }

    @Test
    void a_signature_holds_where_the_document_was_written_carelessly() throws Unsignable {
        assertThat(new SignedPdf(sign(TestFiles.pdf())).holds()).isTrue();
    }

    @Test
    void a_second_signature_leaves_the_first_as_it_is() throws Exception {
        var twice = new SignedPdf(sign(sign(pdf(0))));

        assertThat(twice.signatures()).hasSize(2);
        assertThat(twice.holds()).isTrue();
    }

    @Test
    void an_rsa_key_signs_as_well(@TempDir Path folder) throws Unsignable {
        SigningKeys.make(folder, "H37/minister", SigningKeys.CENTRE, "-keyalg", "RSA", "-keysize", "2048");
        var keys = new KeyFolder(new SignatureSettings(folder.toString(), false, ADDRESS), new MockEnvironment());
        assertThat(keys.signs("H37")).isTrue();
        assertThat(keys.of("H37", "somebody-else")).isEmpty();

        var minister = keys.of("H37", "minister").orElseThrow();

        assertThat(new SignedPdf(Pades.sign(pdf(0), minister, Instant.now(), QrCode.image(ADDRESS))).holds())
                .isTrue();
        assertThat(minister).asString().doesNotContain("password", "key=");
    }

    @Test
    void poppler_says_that_the_signature_is_valid(@TempDir Path folder) throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/pdfsig")), "skipped: pdfsig (poppler-utils) is not there");
        for (var original : new byte[][] {pdf(0), TestFiles.pdf()}) {
            var file = Files.write(folder.resolve("signed.pdf"), sign(original));
            var said = run("pdfsig", "-nocert", file.toString());
            assertThat(said)
                    .contains("Signature is Valid.", "ETSI.CAdES.detached", "Total document signed")
                    .doesNotContain("Not total document");

            var altered = Files.readAllBytes(file);
            altered[20] ^= 1;
            Files.write(file, altered);
            assertThat(run("pdfsig", "-nocert", file.toString())).doesNotContain("Signature is Valid.");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 90, 180, 270})
    void the_code_on_the_first_page_can_be_read_however_the_page_is_turned(int rotation) throws Exception {
        try (var document = Loader.loadPDF(sign(pdf(rotation)))) {
            var page = new PDFRenderer(document).renderImageWithDPI(0, 200);
            var corner = page.getSubimage(page.getWidth() * 3 / 4, 0, page.getWidth() / 4, page.getHeight() / 4);
            var read = new QRCodeReader()
                    .decode(new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(
                            corner.getWidth(),
                            corner.getHeight(),
                            corner.getRGB(0, 0, corner.getWidth(), corner.getHeight(), null, 0, corner.getWidth())))));
            assertThat(read.getText()).isEqualTo(ADDRESS);
        }
    }

    @Test
    void what_cannot_carry_a_signature_is_refused() throws IOException {
        refused(TestFiles.picture("png"), Unsignable.Why.NOT_PDF);
        refused("%PDF-1.7 nothing more".getBytes(StandardCharsets.UTF_8), Unsignable.Why.UNREADABLE);
        refused(encrypted("secret"), Unsignable.Why.ENCRYPTED);
        refused(encrypted(""), Unsignable.Why.ENCRYPTED);
        refused(certified(1), Unsignable.Why.CERTIFIED);
    }

    @Test
    void a_document_whose_author_allows_signatures_is_signed() throws Exception {
        assertThat(new SignedPdf(sign(certified(2))).signatures()).isNotEmpty();
    }

    @Test
    void an_expired_certificate_signs_nothing() {
        assertThatThrownBy(() -> Pades.sign(pdf(0), H37, NOW.plusSeconds(100L * 24 * 3600), QrCode.image(ADDRESS)))
                .isInstanceOf(SignatureFailed.class);
    }

    @Test
    void a_key_of_the_launcher_signs_in_development_only(@TempDir Path folder) {
        SigningKeys.make(folder, "H37", "CN=H37 (development only), O=motcua", "-keyalg", "EC");
        var settings = new SignatureSettings(folder.toString(), false, ADDRESS);
        var development = new MockEnvironment();
        development.setActiveProfiles("development");

        assertThat(new KeyFolder(settings, development).of("H37", "leader")).isPresent();
        assertThatThrownBy(() -> new KeyFolder(settings, new MockEnvironment()).of("H37", "leader"))
                .isInstanceOf(SignatureFailed.class);
    }

    @Test
    void without_a_folder_nothing_is_signed_unless_it_has_to_be(@TempDir Path folder) {
        var none = new KeyFolder(new SignatureSettings("", false, ADDRESS), new MockEnvironment());
        assertThat(none.signs("H37")).isFalse();
        var must = new KeyFolder(new SignatureSettings(folder.toString(), true, ADDRESS), new MockEnvironment());
        assertThat(must.signs("H37")).isTrue();
        assertThat(must.of("H37", "leader")).isEmpty();
        assertThat(must.of("..", "leader")).isEmpty();
    }

    private static void refused(byte[] document, Unsignable.Why why) {
        assertThatThrownBy(() -> sign(document))
                .asInstanceOf(type(Unsignable.class))
                .extracting(Unsignable::why)
                .isEqualTo(why);
        assertThatThrownBy(() -> Pades.requireSignable(document)).isInstanceOf(Unsignable.class);
    }

    private static byte[] sign(byte[] document) throws Unsignable {
        return Pades.sign(document, H37, NOW, QrCode.image(ADDRESS));
    }

    private static byte[] pdf(int rotation) {
        try (var document = new PDDocument()) {
            var page = new PDPage(PDRectangle.A4);
            page.setRotation(rotation);
            document.addPage(page);
            return bytes(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] encrypted(String password) throws IOException {
        try (var document = Loader.loadPDF(pdf(0))) {
            document.protect(new StandardProtectionPolicy("owner", password, new AccessPermission()));
            return bytes(document);
        }
    }

    private static byte[] certified(int permission) throws IOException {
        try (var document = Loader.loadPDF(pdf(0))) {
            var parameters = new COSDictionary();
            parameters.setInt(COSName.P, permission);
            var reference = new COSDictionary();
            reference.setItem(COSName.TRANSFORM_METHOD, COSName.DOCMDP);
            reference.setItem(COSName.TRANSFORM_PARAMS, parameters);
            var certification = new COSDictionary();
            certification.setItem(COSName.REFERENCE, new COSArray(List.of(reference)));
            var permissions = new COSDictionary();
            permissions.setItem(COSName.DOCMDP, certification);
            document.getDocumentCatalog().getCOSObject().setItem(COSName.PERMS, permissions);
            return bytes(document);
        }
    }

    private static byte[] bytes(PDDocument document) throws IOException {
        var bytes = new ByteArrayOutputStream();
        document.save(bytes);
        return bytes.toByteArray();
    }

    private static String run(String... command) throws IOException, InterruptedException {
        var tool = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        tool.waitFor();
        return said;
    }
}
