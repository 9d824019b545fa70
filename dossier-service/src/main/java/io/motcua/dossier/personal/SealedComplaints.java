package io.motcua.dossier.personal;

import io.motcua.platform.history.Protection;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.BiFunction;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Of a complaint the words are personal: the citizen's, and the answer to them. */
@Component
public class SealedComplaints implements Protection {

    private final DataKeys keys;

    SealedComplaints(DataKeys keys) {
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
        return "complaints/" + aggregate + "/" + place;
    }

    private static void each(Document state, BiFunction<String, Object, Object> change) {
        state.computeIfPresent("words", (_, words) -> change.apply("words", words));
        if (state.get("answer") instanceof Document answer) {
            answer.computeIfPresent("words", (_, words) -> change.apply("answer/words", words));
        }
    }
}
