package io.motcua.platform.history;

import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** How the state and the history of aggregates lie in the store if they hold personal data. Hashes are of the clear. */
public interface Protection {

    /** Everything lies in clear. */
    Protection NONE = new Protection() {
        @Override
        public void seal(String aggregate, Document state) {}

        @Override
        public void open(String aggregate, Document state) {}

        @Override
        public Object seal(String aggregate, String place, String text) {
            return text;
        }

        @Override
        public String open(String aggregate, String place, Object stored) {
            return (String) stored;
        }

        @Override
        public @Nullable Long key() {
            return null;
        }

        @Override
        public List<Long> oldKeys() {
            return List.of();
        }
    };

    /** Seals what is personal in a state that is about to be written. */
    void seal(String aggregate, Document state);

    /** The reverse, on what was read. */
    void open(String aggregate, Document state);

    /** @param place the name of what lies there, different for each within an aggregate */
    Object seal(String aggregate, String place, String text);

    /** What is not sealed it gives back as it is: it was written before anything was. */
    String open(String aggregate, String place, Object stored);

    /** With which key it seals; null if it seals nothing. */
    @Nullable
    Long key();

    /** Those with which it opens alone. */
    List<Long> oldKeys();

    static String data(long seq) {
        return "data-" + seq;
    }

    static String salt(long seq) {
        return "salt-" + seq;
    }
}
