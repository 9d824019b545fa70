package io.motcua.dossier.casework;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A paper handed in; its content is stored elsewhere, under the same id.
 *
 * @param reused where it was given before; null if it was handed in with this dossier
 * @param component the paper of the procedure that it stands for
 */
public record Attachment(
        String id,
        String component,
        String name,
        String contentType,
        long size,
        String sha256,
        Instant uploadedAt,
        @Nullable Reused reused) {

    /** That there was one: figures count the papers that were handed in as files. */
    Attachment erased() {
        return new Attachment(id, component, "", contentType, size, "", uploadedAt, reused);
    }

    /** Under which its bytes are stored. */
    public String content() {
        return reused == null ? id : reused.content();
    }
}
