package io.motcua.local.demo;

import io.motcua.local.failure.Failure;
import java.util.Comparator;
import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** The hash chain of a dossier's history, as far as its reader may see the entries. */
record Chain(List<JsonNode> entries) {

    private static final int SHOWN = 12;

    static Chain of(JsonNode history) {
        return new Chain(StreamSupport.stream(history.path("items").spliterator(), false)
                .sorted(Comparator.comparingLong(entry -> entry.path("seq").asLong()))
                .toList());
    }

    /** @return how many links were there to check; a broken one is a failure */
    int verify() {
        int links = 0;
        for (int n = 0; n < entries.size(); n++) {
            JsonNode entry = entries.get(n);
            if (entry.path("hash").asString("").isEmpty()) {
                throw new Failure("entry %d of the history has no hash".formatted(seq(entry)));
            }
            boolean adjacent = n > 0 && seq(entry) == seq(entries.get(n - 1)) + 1;
            if (adjacent) {
                String expected = entries.get(n - 1).path("hash").asString("");
                if (!expected.equals(entry.path("prev").asString(""))) {
                    throw new Failure("the history is broken between entries %d and %d"
                            .formatted(seq(entries.get(n - 1)), seq(entry)));
                }
                links++;
            }
        }
        return links;
    }

    List<String> lines() {
        return entries.stream().map(Chain::line).toList();
    }

    private static String line(JsonNode entry) {
        String hash = entry.path("hash").asString("");
        return "%3d  %-46s %-25s %-13s %s…"
                .formatted(
                        seq(entry),
                        entry.path("type").asString(""),
                        entry.path("at").asString(""),
                        entry.path("actor").path("role").asString(""),
                        hash.substring(0, Math.min(SHOWN, hash.length())));
    }

    private static long seq(JsonNode entry) {
        return entry.path("seq").asLong();
    }
}
