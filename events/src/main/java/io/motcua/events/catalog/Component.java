package io.motcua.events.catalog;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A paper that the applicant hands in.
 *
 * @param id stable within the procedure
 * @param contentTypes the media types that it may come in; null: the usual ones
 */
public record Component(
        String id,
        String name,
        int originals,
        int copies,
        boolean required,
        @Nullable List<String> contentTypes) {

    public Component {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        contentTypes = contentTypes == null ? null : List.copyOf(contentTypes);
    }
}
