package io.motcua.catalog.imports;

import java.util.List;

/** A row cannot be applied, for all these reasons. */
public final class RowRefused extends RuntimeException {

    private final transient List<Flaw> flaws;

    public RowRefused(List<Flaw> flaws) {
        // Refusing rows is everyday business for a file of thousands: no stack trace, it would say nothing.
        super(flaws.toString(), null, false, false);
        this.flaws = List.copyOf(flaws);
    }

    public RowRefused(Flaw flaw) {
        this(List.of(flaw));
    }

    public List<Flaw> flaws() {
        return flaws;
    }
}
