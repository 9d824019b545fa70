package io.motcua.events.catalog;

import io.motcua.events.Names;
import java.time.LocalDate;
import java.util.Objects;

/**
 * A public holiday, or a day off or at work by swap.
 */
public record NamedDay(LocalDate date, Names names) {

    public NamedDay {
        Objects.requireNonNull(date, "date");
        Objects.requireNonNull(names, "names");
    }
}
