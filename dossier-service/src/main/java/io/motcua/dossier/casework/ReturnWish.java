package io.motcua.dossier.casework;

import org.jspecify.annotations.Nullable;

/**
 * How the applicant wants to get the result.
 *
 * @param address where the post brings it; the applicant's own if null
 */
public record ReturnWish(ReturnChannel channel, @Nullable String address) {}
