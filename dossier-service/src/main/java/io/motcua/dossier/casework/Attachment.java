package io.motcua.dossier.casework;

import java.time.Instant;

/**
 * A paper handed in; its content is stored elsewhere, under the same id.
 *
 * @param component the paper of the procedure that it stands for
 */
public record Attachment(
        String id, String component, String name, String contentType, long size, String sha256, Instant uploadedAt) {}
