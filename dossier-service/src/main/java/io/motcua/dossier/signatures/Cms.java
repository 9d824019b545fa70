package io.motcua.dossier.signatures;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Hashtable;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.SignerInfoGeneratorBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.DefaultSignatureAlgorithmIdentifierFinder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/**
 * The message that goes into a PDF (ETSI EN 319 142-1, baseline B-B): detached, the certificate bound by
 * signing-certificate-v2, and no signing-time in it, for the PDF says the time.
 */
final class Cms {

    private Cms() {}

    static byte[] over(byte[] bytes, Signatory signatory) {
        try {
            var chain = signatory.chain();
            var certificate = chain.getFirst();
            var digests = new JcaDigestCalculatorProviderBuilder().build();
            var signer = new SignerInfoGeneratorBuilder(digests)
                    .setSignedAttributeGenerator(
                            new DefaultSignedAttributeTableGenerator(
                                    binding(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()))) {
                                @Override
                                @SuppressWarnings({"rawtypes", "JdkObsolete"}) // as its parent has it
                                protected Hashtable createStandardAttributeTable(java.util.Map parameters) {
                                    var standard = super.createStandardAttributeTable(parameters);
                                    standard.remove(CMSAttributes.signingTime);
                                    return standard;
                                }
                            })
                    .build(new Delegate(signatory), new JcaX509CertificateHolder(certificate));
            var generator = new CMSSignedDataGenerator();
            generator.addSignerInfoGenerator(signer);
            generator.addCertificates(new JcaCertStore(chain));
            return generator.generate(new CMSProcessableByteArray(bytes), false).getEncoded("DER");
        } catch (CMSException | OperatorCreationException | IOException | GeneralSecurityException e) {
            throw new SignatureFailed("No signature was made", e);
        }
    }

    private static AttributeTable binding(byte[] certificateDigest) {
        var reference = new SigningCertificateV2(new ESSCertIDv2[] {new ESSCertIDv2(certificateDigest)});
        var table = new Hashtable<ASN1ObjectIdentifier, ASN1Encodable>();
        table.put(
                PKCSObjectIdentifiers.id_aa_signingCertificateV2,
                new Attribute(PKCSObjectIdentifiers.id_aa_signingCertificateV2, new DERSet(reference)));
        return new AttributeTable(table);
    }

    /** What is to be signed goes to who holds the key. */
    private static final class Delegate implements ContentSigner {

        private final Signatory signatory;
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        Delegate(Signatory signatory) {
            this.signatory = signatory;
        }

        @Override
        public AlgorithmIdentifier getAlgorithmIdentifier() {
            return new DefaultSignatureAlgorithmIdentifierFinder().find(signatory.algorithm());
        }

        @Override
        public OutputStream getOutputStream() {
            return bytes;
        }

        @Override
        public byte[] getSignature() {
            try {
                return signatory.sign(bytes.toByteArray());
            } catch (GeneralSecurityException e) {
                throw new SignatureFailed("The key signed nothing", e);
            }
        }
    }
}
