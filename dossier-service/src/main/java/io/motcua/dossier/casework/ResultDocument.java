package io.motcua.dossier.casework;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The answer to the applicant; its content is stored elsewhere, under the same id.
 *
 * @param decisionNumber given when the leader approves
 * @param signature null of what is not approved yet, and where the agency signs nothing
 */
public record ResultDocument(
        String id,
        String name,
        String contentType,
        long size,
        String sha256,
        Instant uploadedAt,
        @Nullable String decisionNumber,
        @Nullable ResultSignature signature) {

    ResultDocument erased() {
        return new ResultDocument(id, "", contentType, size, "", uploadedAt, decisionNumber, null);
    }

    /** The same, with a signature in it; its bytes are others. */
    public ResultDocument signed(String signedId, long signedSize, String digest, ResultSignature by) {
        return new ResultDocument(signedId, name, contentType, signedSize, digest, uploadedAt, decisionNumber, by);
    }

    ResultDocument decidedAs(String number) {
        return new ResultDocument(id, name, contentType, size, sha256, uploadedAt, number, signature);
    }
}
