package io.motcua.catalog.imports;

import java.util.List;

/**
 * A row that was not applied. One entry a row, so that {@code received = applied + unchanged + rejected} can be checked;
 * what else is wrong with the row follows in {@code more}.
 *
 * @param line counts from 1, as editors show it
 */
public record Rejected(long line, String field, String code, String reason, List<Detail> more) {

    public Rejected {
        more = List.copyOf(more);
    }

    /** A further flaw of the same row. */
    public record Detail(String field, String code, String reason) {}
}
