package io.motcua.dossier.personal;

import io.motcua.platform.history.Protection;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/** Seals the fields of one kind of aggregate that are personal. */
abstract class SealedFields implements Protection {

    private final DataKeys keys;
    private final String collection;
    private final List<String> paths;

    /** @param paths by slashes; a star stands for each of a list */
    SealedFields(DataKeys keys, String collection, List<String> paths) {
        this.keys = keys;
        this.collection = collection;
        this.paths = paths;
    }

    @Override
    public void seal(String aggregate, Document state) {
        each(state, (place, value) -> seal(aggregate, place, (String) value));
    }

    @Override
    public void open(String aggregate, Document state) {
        each(state, (place, value) -> open(aggregate, place, value));
    }

    @Override
    public Object seal(String aggregate, String place, String text) {
        return new Binary(keys.seal(text.getBytes(StandardCharsets.UTF_8), place(aggregate, place)));
    }

    @Override
    public String open(String aggregate, String place, Object stored) {
        return stored instanceof Binary sealed
                ? new String(keys.open(sealed.getData(), place(aggregate, place)), StandardCharsets.UTF_8)
                : (String) stored;
    }

    @Override
    public @Nullable Long key() {
        return keys.key();
    }

    @Override
    public List<Long> oldKeys() {
        return keys.oldKeys();
    }

    private String place(String aggregate, String place) {
        return collection + "/" + aggregate + "/" + place;
    }

    private void each(Document state, BiFunction<String, Object, Object> change) {
        for (var path : paths) {
            changed(state, path.split("/"), 0, "", change);
        }
    }

    private static Object changed(
            Object node, String[] path, int at, String place, BiFunction<String, Object, Object> change) {
        if (at == path.length) {
            return change.apply(place, node);
        }
        return switch (node) {
            case Document document -> {
                document.computeIfPresent(
                        path[at], (name, it) -> changed(it, path, at + 1, at == 0 ? name : place + "/" + name, change));
                yield document;
            }
            case List<?> list ->
                IntStream.range(0, list.size())
                        .mapToObj(
                                it -> changed(list.get(it), path, at + 1, place + "/" + name(list.get(it), it), change))
                        .toList();
            default -> throw new IllegalStateException("There is no " + String.join("/", path) + " in what is kept");
        };
    }

    /** What has an id is the same wherever it stands in its list. */
    private static Object name(Object one, int index) {
        return one instanceof Document document && document.containsKey("_id") ? document.get("_id") : index;
    }
}
