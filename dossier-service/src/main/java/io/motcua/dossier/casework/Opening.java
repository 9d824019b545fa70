package io.motcua.dossier.casework;

import io.motcua.dossier.procedures.Channel;

/**
 * What a draft is begun with.
 *
 * @param language {@code vi} or {@code en}: in which the applicant is written to
 * @param form JSON
 */
public record Opening(String service, Channel channel, String language, Particulars particulars, String form) {}
