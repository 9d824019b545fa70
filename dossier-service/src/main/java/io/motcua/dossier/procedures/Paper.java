package io.motcua.dossier.procedures;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A paper that the applicant hands in.
 *
 * @param contentTypes the media types that it may come in; null: the usual ones
 */
public record Paper(
        String id, String name, boolean required, @Nullable List<String> contentTypes) {

    public Paper {
        contentTypes = contentTypes == null ? null : List.copyOf(contentTypes);
    }
}
