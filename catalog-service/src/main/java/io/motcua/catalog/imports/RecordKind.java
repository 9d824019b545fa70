package io.motcua.catalog.imports;

import java.util.function.Function;
import tools.jackson.databind.node.ObjectNode;

/**
 * A kind of record that a file of the platform may carry, each line naming it in {@code record}.
 *
 * <p>Features contribute theirs as beans, so this package knows none of them.
 *
 * @param name the word in {@code record}
 * @param shape what a line reads into
 * @param check throws {@link RowRefused} with all that is wrong
 */
public record RecordKind<R>(String name, Class<R> shape, Function<R, Accepted> check) {

    public static <R> RecordKind<R> of(String name, Class<R> shape, Function<R, Accepted> check) {
        return new RecordKind<>(name, shape, check);
    }

    Accepted read(ObjectNode row) {
        return check.apply(JsonRows.read(row, shape));
    }
}
