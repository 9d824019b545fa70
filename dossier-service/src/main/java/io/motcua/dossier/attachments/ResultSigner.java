package io.motcua.dossier.attachments;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.motcua.dossier.DossierProblem;
import io.motcua.dossier.casework.Dossier;
import io.motcua.dossier.casework.ResultDocument;
import io.motcua.dossier.casework.ResultSignature;
import io.motcua.dossier.casework.ResultSigning;
import io.motcua.dossier.forms.QrCode;
import io.motcua.dossier.signatures.Pades;
import io.motcua.dossier.signatures.Signatories;
import io.motcua.dossier.signatures.Signatory;
import io.motcua.dossier.signatures.SignatureFailed;
import io.motcua.dossier.signatures.SignatureSettings;
import io.motcua.dossier.signatures.Unsignable;
import io.motcua.platform.history.Digest;
import io.motcua.platform.problems.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.cert.CertificateEncodingException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Signs results where they are kept. */
@Component
class ResultSigner implements ResultSigning {

    private static final Logger log = LoggerFactory.getLogger(ResultSigner.class);

    private final Signatories signatories;
    private final Contents contents;
    private final Clock clock;
    private final String address;
    private final MeterRegistry meters;

    ResultSigner(
            Signatories signatories, Contents contents, Clock clock, SignatureSettings settings, MeterRegistry meters) {
        this.signatories = signatories;
        this.contents = contents;
        this.clock = clock;
        this.address = settings.verificationUrl();
        this.meters = meters;
    }

    @Override
    public boolean signs(String agency) {
        return signatories.signs(agency);
    }

    @Override
    public @Nullable ResultDocument sign(Dossier dossier, ResultDocument document, String leader) {
        var agency = dossier.agency();
        if (!signatories.signs(agency)) {
            log.info("The result of {} is not signed, for {} has no key", dossier.id(), agency);
            count("unsigned");
            return null;
        }
        try {
            var signatory = signatories.of(agency, leader).orElseThrow(() -> unavailable(dossier, null));
            var signed = sign(dossier, document, signatory);
            count("signed");
            return signed;
        } catch (Unsignable e) {
            count("refused");
            throw refused(e);
        } catch (SignatureFailed e) {
            throw unavailable(dossier, e);
        }
    }

    private ResultDocument sign(Dossier dossier, ResultDocument document, Signatory signatory) throws Unsignable {
        var at = clock.instant().truncatedTo(ChronoUnit.SECONDS); // as a PDF says it
        var mark = UUID.randomUUID().toString().replace("-", "");
        var qr = QrCode.image(address.replace("{agency}", dossier.agency()).replace("{mark}", mark));
        var bytes = Pades.sign(stored(dossier, document), signatory, at, qr);
        // Of its own for each attempt: two leaders at once do not write into each other's pieces.
        var signed = document.signed(
                document.id() + "-" + mark,
                bytes.length,
                Digest.sha256(bytes),
                new ResultSignature(Pades.FORMAT, at, fingerprint(signatory), mark));
        contents.put(dossier.agency(), dossier.id(), signed.id(), bytes);
        return signed;
    }

    @Override
    public void discard(Dossier dossier, ResultDocument document) {
        contents.remove(dossier.agency(), document.id());
    }

    /** What was put and nothing else: whoever could change the store would have it signed. */
    private byte[] stored(Dossier dossier, ResultDocument document) {
        try (var stream = contents.open(dossier.agency(), document.id())
                .orElseThrow(() -> new IllegalStateException("The content " + document.id() + " is gone"))) {
            var bytes = stream.readAllBytes();
            if (!Digest.sha256(bytes).equals(document.sha256())) {
                throw new IllegalStateException("The content " + document.id() + " is not what was put");
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String fingerprint(Signatory signatory) {
        try {
            return Digest.sha256(signatory.chain().getFirst().getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    static Problem refused(Unsignable e) {
        return new Problem(DossierProblem.RESULT_NOT_SIGNABLE)
                .with("reason", e.why().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    private Problem unavailable(Dossier dossier, @Nullable SignatureFailed e) {
        count("failed");
        log.error("The result of {} cannot be signed for {}", dossier.id(), dossier.agency(), e);
        return new Problem(DossierProblem.SIGNING_UNAVAILABLE);
    }

    private void count(String outcome) {
        Counter.builder("motcua.results.signed")
                .description("Results that a leader approved, by what became of the signature")
                .tag("outcome", outcome)
                .register(meters)
                .increment();
    }
}
