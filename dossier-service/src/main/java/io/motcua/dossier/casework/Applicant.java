package io.motcua.dossier.casework;

import org.jspecify.annotations.Nullable;

/**
 * Whose dossier it is.
 *
 * @param person the opaque person key
 * @param actsFor whose affair it is, if not his own; he sees the dossier, too
 * @param personalId twelve digits (CCCD), or nine of the older card
 * @param taxCode of the organisation or household business for which it is
 */
public record Applicant(
        String person,
        @Nullable String name,
        @Nullable String personalId,
        @Nullable String taxCode,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String address,
        @Nullable Principal actsFor,
        @Nullable ReturnWish returnBy) {

    /** The key stays: it says nothing by itself, and the history is signed with it. */
    Applicant erased() {
        return new Applicant(person, null, null, null, null, null, null, null, null);
    }

    /** Of a draft that was erased: nobody. */
    static final Applicant ERASED = new Applicant("erased", null, null, null, null, null, null, null, null);

    /** Where the post brings the result. */
    @Nullable
    String postalAddress() {
        return returnBy != null && returnBy.address() != null ? returnBy.address() : address;
    }
}
