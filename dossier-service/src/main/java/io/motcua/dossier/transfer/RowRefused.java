package io.motcua.dossier.transfer;

import java.util.ArrayList;
import java.util.List;

/** A row cannot be taken over, for all these reasons. */
final class RowRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Flaw> flaws;

    /** @param code stable; its sentence is {@code field.<code>} in the message bundle */
    record Flaw(String field, String code, List<Object> args) {

        Flaw {
            args = List.copyOf(args);
        }
    }

    RowRefused(List<Flaw> flaws) {
        super(null, null, false, false);
        this.flaws = List.copyOf(flaws);
    }

    RowRefused(String field, String code, Object... args) {
        this(List.of(new Flaw(field, code, List.of(args))));
    }

    List<Flaw> flaws() {
        return flaws;
    }

    /** Collects, so that the author of a row can mend all of it at once. */
    static final class Collected {

        private final List<Flaw> found = new ArrayList<>();

        void add(String field, String code, Object... args) {
            found.add(new Flaw(field, code, List.of(args)));
        }

        void refuseIfAny() {
            if (!found.isEmpty()) {
                throw new RowRefused(found);
            }
        }
    }
}
