package io.motcua.dossier.personal;

import io.motcua.platform.history.Protection;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Which fields of a dossier's state are personal: what the applicant says, and the officers' free words about it. The person's key stays in clear: a keyed hash, by which a person's dossiers
 * are found.
 */
@Component
public class SealedStates implements Protection {

    private static final List<String> APPLICANT = List.of("name", "personalId", "taxCode", "email", "phone", "address");

    private final DataKeys keys;

    SealedStates(DataKeys keys) {
        this.keys = keys;
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

    private static String place(String aggregate, String place) {
        return "dossiers/" + aggregate + "/" + place;
    }

    private static void each(Document state, BiFunction<String, Object, Object> change) {
        replace(state, "form", "form", change);
        replace(state, "endReason", "endReason", change);
        within(state, "applicant", APPLICANT, change);
        within(state, "result", List.of("name"), change);
        within(state, "rating", List.of("comment"), change);
        within(state, "apology", List.of("reason"), change);
        if (state.get("supplement") instanceof Document call) {
            call.computeIfPresent("items", (_, items) -> items((List<?>) items, change));
        }
        for (var it : state.getList("attachments", Document.class, List.of())) {
            replace(it, "name", "attachments/" + it.get("_id") + "/name", change);
        }
    }

    private static List<Object> items(List<?> items, BiFunction<String, Object, Object> change) {
        return IntStream.range(0, items.size())
                .mapToObj(it -> change.apply("supplement/items/" + it, items.get(it)))
                .toList();
    }

    private static void within(
            Document state, String part, List<String> fields, BiFunction<String, Object, Object> change) {
        if (state.get(part) instanceof Document document) {
            fields.forEach(it -> replace(document, it, part + "/" + it, change));
        }
    }

    private static void replace(
            Document document, String field, String place, BiFunction<String, Object, Object> change) {
        document.computeIfPresent(field, (_, value) -> change.apply(place, value));
    }
}
