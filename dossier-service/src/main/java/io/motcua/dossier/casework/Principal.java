package io.motcua.dossier.casework;

import io.motcua.dossier.procedures.Paper;
import org.jspecify.annotations.Nullable;

/**
 * For whom the applicant acts, under an authorisation (giấy ủy quyền) that he encloses.
 *
 * @param person the opaque key: of a person by the personal id, of an organisation by its tax code
 */
public record Principal(
        String person,
        Kind kind,
        String name,
        @Nullable String personalId,
        @Nullable String taxCode) {

    /** Asked for by every procedure as soon as somebody acts for another. */
    static final Paper AUTHORISATION = new Paper("AUTHORISATION", "Giấy ủy quyền", true, null);

    public enum Kind {
        PERSON,
        ORGANISATION
    }
}
