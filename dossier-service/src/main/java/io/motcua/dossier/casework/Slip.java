package io.motcua.dossier.casework;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An official form that a decision owes.
 *
 * @param id derived from the decision's cause: the same decision owes the same slip
 * @param file null until it is drawn up
 */
public record Slip(
        String id,
        SlipForm form,
        Instant issuedAt,
        @Nullable File file) {

    /**
     * Where the document is kept, outside the dossier.
     *
     * @param content its id among the contents
     * @param template from which it was drawn up
     */
    public record File(String content, long size, String sha256, String template) {}

    Slip filed(File as) {
        return new Slip(id, form, issuedAt, as);
    }
}
