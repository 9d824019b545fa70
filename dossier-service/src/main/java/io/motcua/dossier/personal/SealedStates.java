package io.motcua.dossier.personal;

import io.motcua.platform.history.Protection;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.BiFunction;
import org.bson.Document;
import org.bson.types.Binary;
import org.springframework.stereotype.Component;

/**
 * Which fields of a dossier's state are personal. The person's key stays in clear: a keyed hash, by which a person's dossiers
 * are found.
 */
@Component
public class SealedStates implements Protection {

    private static final List<String> APPLICANT = List.of("name", "personalId", "email", "phone", "address");

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
        return new String(keys.open(((Binary) stored).getData(), place(aggregate, place)), StandardCharsets.UTF_8);
    }

    @Override
    public Long key() {
        return keys.primary();
    }

    @Override
    public List<Long> oldKeys() {
        return keys.old();
    }

    private static String place(String aggregate, String place) {
        return "dossiers/" + aggregate + "/" + place;
    }

    private static void each(Document state, BiFunction<String, Object, Object> change) {
        replace(state, "form", "form", change);
        within(state, "applicant", APPLICANT, change);
        within(state, "result", List.of("name"), change);
        within(state, "rating", List.of("comment"), change);
        var attachments = state.getList("attachments", Document.class, List.of());
        for (var it : attachments) {
            replace(it, "name", "attachments/" + id(it) + "/name", change);
        }
    }

    private static void within(
            Document state, String part, List<String> fields, BiFunction<String, Object, Object> change) {
        if (state.get(part) instanceof Document document) {
            fields.forEach(it -> replace(document, it, part + "/" + it, change));
        }
    }

    private static void replace(
            Document document, String field, String place, BiFunction<String, Object, Object> change) {
        var value = document.get(field);
        if (value != null) {
            document.put(field, change.apply(place, value));
        }
    }

    /** Spring Data calls it so within a document, too. */
    private static Object id(Document attachment) {
        return attachment.containsKey("_id") ? attachment.get("_id") : attachment.get("id");
    }
}
