package io.motcua.dossier.casework;

import org.jspecify.annotations.Nullable;

/** What an applicant says of himself. */
public record Particulars(
        @Nullable String name,
        @Nullable String personalId,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String address) {

    Applicant as(String person) {
        return new Applicant(person, name, personalId, email, phone, address);
    }
}
