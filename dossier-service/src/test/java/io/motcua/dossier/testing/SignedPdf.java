package io.motcua.dossier.testing;

import io.motcua.platform.history.Digest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.util.HexFormat;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;

/** The signatures of a PDF as a reader checks them, with none of our code. */
public record SignedPdf(byte[] bytes) {

    /** Whether it has a signature, all hold, and one is over all of the file but itself. */
    public boolean holds() {
        try {
            var signatures = signatures();
            return !signatures.isEmpty()
                    && signatures.stream().allMatch(this::holds)
                    && signatures.stream().anyMatch(this::covers);
        } catch (IOException | RuntimeException unreadable) {
            return false;
        }
    }

    public List<PDSignature> signatures() throws IOException {
        try (var document = Loader.loadPDF(bytes)) {
            return document.getSignatureDictionaries();
        }
    }

    private boolean covers(PDSignature signature) {
        var range = signature.getByteRange();
        var gap = new String(bytes, range[1], range[2] - range[1], StandardCharsets.ISO_8859_1);
        return range[0] == 0 && range[2] + range[3] == bytes.length && gap.matches("<[0-9A-Fa-f]*>");
    }

    private boolean holds(PDSignature signature) {
        try {
            var message = message(signature);
            var signer = message.getSignerInfos().getSigners().iterator().next();
            var binding = SigningCertificateV2.getInstance(signer.getSignedAttributes()
                    .get(PKCSObjectIdentifiers.id_aa_signingCertificateV2)
                    .getAttributeValues()[0]);
            var bound = HexFormat.of().formatHex(binding.getCerts()[0].getCertHash());
            return bound.equals(Digest.sha256(certificate(signature).getEncoded())) && signer.verify(new JcaSimpleSignerInfoVerifierBuilder().build(certificate(signature)));
        } catch (CMSException | OperatorCreationException | CertificateException altered) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public X509CertificateHolder certificate(PDSignature signature) throws IOException, CMSException {
        var message = message(signature);
        var signer = message.getSignerInfos().getSigners().iterator().next();
        @SuppressWarnings("unchecked")
        var found = message.getCertificates().getMatches(signer.getSID());
        return (X509CertificateHolder) found.iterator().next();
    }

    public CMSSignedData message(PDSignature signature) throws IOException, CMSException {
        return new CMSSignedData(
                new CMSProcessableByteArray(signature.getSignedContent(bytes)),
                // One object and no more: behind it the room is filled up with zeros.
                new ByteArrayInputStream(signature.getContents()));
    }
}
