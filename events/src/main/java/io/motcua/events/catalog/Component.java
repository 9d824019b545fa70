package io.motcua.events.catalog;

import java.util.Objects;

/**
 * A paper that the applicant hands in.
 *
 * @param id stable within the procedure
 */
public record Component(String id, String name, int originals, int copies, boolean required) {

    public Component {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
    }
}
