package io.motcua.dossier.casework;

import org.jspecify.annotations.Nullable;

/**
 * Whose dossier it is.
 *
 * @param person the opaque person key
 * @param personalId twelve digits (CCCD), or nine of the older card
 */
public record Applicant(
        String person,
        @Nullable String name,
        @Nullable String personalId,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String address) {}
