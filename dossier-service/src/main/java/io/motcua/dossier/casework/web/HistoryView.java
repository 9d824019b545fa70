package io.motcua.dossier.casework.web;

import io.motcua.platform.history.Actor;
import io.motcua.platform.history.Audience;
import io.motcua.platform.history.Entry;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A history as far as the reader may see it; the numbers show where entries for others stand between. */
record HistoryView(List<Item> items) {

    /** With salt and digests, so that the hash can be computed again. */
    record Item(
            long seq,
            String id,
            String type,
            Instant at,
            Actor actor,
            Audience audience,
            @Nullable JsonNode data,
            @Nullable String salt,
            String dataHash,
            String stateHash,
            String digest,
            String prev,
            String hash) {}

    static HistoryView of(List<Entry> entries) {
        return new HistoryView(entries.stream()
                .map(it -> new Item(
                        it.seq(),
                        it.id(),
                        it.type(),
                        it.at(),
                        it.actor(),
                        it.audience(),
                        it.data(),
                        it.salt(),
                        it.dataHash(),
                        it.stateHash(),
                        it.digest(),
                        it.prev(),
                        it.hash()))
                .toList());
    }
}
