package io.motcua.catalog.imports;

import java.util.function.Supplier;

/**
 * One row of a file, not yet looked at.
 *
 * @param line counts from 1
 * @param check reads and checks it, or throws {@link RowRefused}; called when the rows before it have been applied
 */
public record Row(long line, Supplier<Accepted> check) {}
