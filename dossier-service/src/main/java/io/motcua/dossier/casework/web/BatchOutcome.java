package io.motcua.dossier.casework.web;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ProblemDetail;

/**
 * What became of one dossier.
 *
 * @param status what the command's own address would have answered
 */
record BatchOutcome(
        String dossier,
        int status,
        @Nullable Long revision,
        DossierView.@Nullable State state,
        @Nullable ProblemDetail problem) {}
