package io.motcua.dossier.signatures;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.time.Instant;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.TimeZone;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.SignatureOptions;

/**
 * A signature in a PDF (PAdES, ETSI EN 319 142-1, baseline B-B). What was there stays byte for byte and the signature is
 * added behind it; its mark, a QR code, is part of the signature and not of the page.
 */
public final class Pades {

    /** As the standard calls it. */
    public static final String FORMAT = "PAdES-B-B";

    /** The message with a chain of certificates; a usual one has 6 kB. */
    private static final int ROOM = 32 * 1024;

    private static final TimeZone VIETNAM = TimeZone.getTimeZone("Asia/Ho_Chi_Minh");

    private Pades() {}

    /** Throws what {@link #sign} would throw of the document. */
    public static void requireSignable(byte[] bytes) throws Unsignable {
        try (var document = open(bytes)) {
            requireOpen(document);
        } catch (IOException e) {
            throw new Unsignable(Unsignable.Why.UNREADABLE, e);
        }
    }

    /**
     * @param mark what is to be seen of the signature on the first page
     * @throws Unsignable if the document cannot carry a signature
     * @throws SignatureFailed if the certificate is not valid at that time, or the key does not sign
     */
    public static byte[] sign(byte[] bytes, Signatory signatory, Instant at, BufferedImage mark) throws Unsignable {
        requireValid(signatory, at);
        try (var document = open(bytes);
                var options = new SignatureOptions()) {
            requireOpen(document);
            options.setPreferredSignatureSize(ROOM);
            options.setVisualSignature(Mark.of(document.getPage(0), mark));
            options.setPage(0);
            document.addSignature(dictionary(at), options);
            var signed = new ByteArrayOutputStream(bytes.length + 3 * ROOM);
            var support = document.saveIncrementalForExternalSigning(signed);
            support.setSignature(Cms.over(support.getContent().readAllBytes(), signatory));
            return signed.toByteArray();
        } catch (IOException e) {
            throw new Unsignable(Unsignable.Why.UNREADABLE, e);
        }
    }

    private static PDDocument open(byte[] bytes) throws Unsignable {
        if (!new String(bytes, 0, Math.min(5, bytes.length), StandardCharsets.ISO_8859_1).equals("%PDF-")) {
            throw new Unsignable(Unsignable.Why.NOT_PDF);
        }
        try {
            return Loader.loadPDF(bytes);
        } catch (InvalidPasswordException e) {
            throw new Unsignable(Unsignable.Why.ENCRYPTED, e);
        } catch (IOException | RuntimeException e) {
            throw new Unsignable(Unsignable.Why.UNREADABLE, e);
        }
    }

    private static void requireOpen(PDDocument document) throws Unsignable {
        if (document.isEncrypted()) {
            throw new Unsignable(Unsignable.Why.ENCRYPTED);
        }
        if (allowsNoChange(document)) {
            throw new Unsignable(Unsignable.Why.CERTIFIED);
        }
    }

    /** Its author has certified it and allows no change at all: a signature would break his (ISO 32000-1, 12.8.4). */
    private static boolean allowsNoChange(PDDocument document) {
        var permissions = document.getDocumentCatalog().getCOSObject().getCOSDictionary(COSName.PERMS);
        var certified = permissions == null ? null : permissions.getCOSDictionary(COSName.DOCMDP);
        COSArray references = certified == null ? null : certified.getCOSArray(COSName.REFERENCE);
        for (int i = 0; references != null && i < references.size(); i++) {
            if (references.getObject(i) instanceof COSDictionary reference
                    && COSName.DOCMDP.equals(reference.getCOSName(COSName.TRANSFORM_METHOD))) {
                var parameters = reference.getCOSDictionary(COSName.TRANSFORM_PARAMS);
                return parameters != null && parameters.getInt(COSName.P, 2) == 1;
            }
        }
        return false;
    }

    private static void requireValid(Signatory signatory, Instant at) {
        try {
            signatory.chain().getFirst().checkValidity(Date.from(at));
        } catch (CertificateException e) {
            throw new SignatureFailed("The certificate is not valid at " + at, e);
        }
    }

    private static PDSignature dictionary(Instant at) {
        var dictionary = new PDSignature();
        dictionary.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
        dictionary.setSubFilter(PDSignature.SUBFILTER_ETSI_CADES_DETACHED);
        var time = new GregorianCalendar(VIETNAM);
        time.setTimeInMillis(at.toEpochMilli());
        dictionary.setSignDate(time);
        return dictionary;
    }
}
