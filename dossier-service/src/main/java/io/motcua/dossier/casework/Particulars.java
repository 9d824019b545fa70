package io.motcua.dossier.casework;

import org.jspecify.annotations.Nullable;

/** What an applicant says of himself. */
public record Particulars(
        @Nullable String name,
        @Nullable String personalId,
        @Nullable String taxCode,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String address) {

    public static final Particulars NONE = new Particulars(null, null, null, null, null, null);

    Applicant as(String person) {
        return new Applicant(person, name, personalId, taxCode, email, phone, address);
    }
}
