package io.motcua.dossier.following.web;

import io.motcua.dossier.casework.Dossier;
import io.motcua.events.Names;
import io.motcua.platform.history.Entry;
import io.motcua.platform.history.Snapshot;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a dossier stands.
 *
 * @param at when what the reader may know of last happened
 */
record StatusEvent(
        String dossier,
        String agency,
        @Nullable String code,
        Standing status,
        long revision,
        @Nullable Instant dueAt,
        Instant at) {

    /** @param code the national code; 0 is a draft */
    record Standing(int code, Names name) {}

    static StatusEvent of(Snapshot<Dossier> snapshot, Entry last) {
        var dossier = snapshot.state();
        return new StatusEvent(
                dossier.id(),
                dossier.agency(),
                dossier.code(),
                new Standing(dossier.status().code(), dossier.status().names()),
                snapshot.revision(),
                dossier.appointment(),
                last.at());
    }
}
