package io.motcua.dossier.casework;

import org.jspecify.annotations.Nullable;

/**
 * Whose dossier it is.
 *
 * @param person the opaque person key
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
        @Nullable String address) {}
