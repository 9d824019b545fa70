package io.motcua.dossier.lookup.web;

import io.motcua.dossier.casework.ResultDocument;
import io.motcua.events.Names;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who issued a document and when, for whoever holds it: nothing of the person or the matter.
 *
 * @param sha256 of the document as it was issued; a copy that has another was altered
 * @param signature null if the agency signs nothing
 */
record IssuedResult(
        Issuer agency,
        Issuer unit,
        @Nullable String decisionNumber,
        Instant issuedAt,
        String sha256,
        long size,
        @Nullable IssuedSignature signature) {

    record Issuer(String code, @Nullable Names name) {}

    /** @param certificate its SHA-256, to be compared with that of the certificate in the document */
    record IssuedSignature(String format, Instant signedAt, String certificate) {}

    static IssuedResult of(ResultDocument document, Instant issuedAt, Issuer agency, Issuer unit) {
        var signature = document.signature();
        return new IssuedResult(
                agency,
                unit,
                document.decisionNumber(),
                issuedAt,
                document.sha256(),
                document.size(),
                signature == null
                        ? null
                        : new IssuedSignature(signature.format(), signature.signedAt(), signature.certificate()));
    }
}
