package io.motcua.dossier.casework;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The answer to the applicant; its content is stored elsewhere, under the same id.
 *
 * @param decisionNumber given when the leader signs
 */
public record ResultDocument(
        String id,
        String name,
        String contentType,
        long size,
        String sha256,
        Instant uploadedAt,
        @Nullable String decisionNumber) {

    ResultDocument erased() {
        return new ResultDocument(id, "", contentType, size, "", uploadedAt, decisionNumber);
    }

    ResultDocument signedAs(String number) {
        return new ResultDocument(id, name, contentType, size, sha256, uploadedAt, number);
    }
}
