package io.motcua.dossier.casework;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That staff have read personal data.
 *
 * @param person whose data, by his opaque key
 * @param reader who, by his
 * @param unit the reader's, if the catalogue names one
 * @param what of the dossier
 */
public record Reading(
        String id,
        String agency,
        String dossier,
        String person,
        String reader,
        Role role,
        @Nullable String unit,
        Purpose purpose,
        What what,
        Insight insight,
        Instant at) {

    /** What is read of a dossier. */
    public enum What {
        DOSSIER,
        ATTACHMENT,
        RESULT,
        SLIP,
        HISTORY,
        /** A line of the register. */
        REGISTER
    }

    /** Whose dossier something shows. */
    public record Subject(String dossier, String person) {

        public static Subject of(Dossier dossier) {
            return new Subject(dossier.id(), dossier.applicant().person());
        }
    }
}
