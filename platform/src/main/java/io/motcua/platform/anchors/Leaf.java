package io.motcua.platform.anchors;

import io.motcua.platform.history.CanonicalJson;
import java.util.Map;

/**
 * How far a history had come by the end of a day.
 *
 * @param seq the number of its last entry
 * @param hash of that entry, which covers all before it
 */
record Leaf(String aggregate, long seq, String hash) {

    /** What the tree's leaf is the hash of. */
    String text() {
        return CanonicalJson.of(Map.of("aggregate", aggregate, "seq", seq, "hash", hash));
    }

    String line() {
        return aggregate + " " + seq + " " + hash;
    }

    static Leaf of(String line) {
        var words = line.split(" ", 3);
        return new Leaf(words[0], Long.parseLong(words[1]), words[2]);
    }
}
