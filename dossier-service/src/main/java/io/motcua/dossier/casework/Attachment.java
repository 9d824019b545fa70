package io.motcua.dossier.casework;

import java.time.Instant;

/**
 * A paper handed in; its content is stored elsewhere, under the same id.
 *
 * @param component the paper of the procedure that it stands for
 */
public record Attachment(
        String id, String component, String name, String contentType, long size, String sha256, Instant uploadedAt) {

    /** That there was one: figures count the papers that were handed in as files. */
    Attachment erased() {
        return new Attachment(id, component, "", contentType, size, "", uploadedAt);
    }
}
