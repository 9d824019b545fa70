package io.motcua.dossier.proof;

import io.motcua.dossier.casework.Casework;
import io.motcua.dossier.casework.Dossiers;
import io.motcua.dossier.casework.Party;
import io.motcua.dossier.casework.Reading;
import io.motcua.dossier.casework.ReadingRoom;
import io.motcua.platform.anchors.AnchorKeys;
import io.motcua.platform.anchors.Anchoring;
import io.motcua.platform.history.Audience;
import java.time.Clock;
import java.util.EnumSet;
import org.springframework.stereotype.Service;

/** Exports a dossier's history so that others can check it. */
@Service
public class Proving {

    private final Casework casework;
    private final Dossiers dossiers;
    private final Anchoring anchoring;
    private final AnchorKeys keys;
    private final ReadingRoom room;
    private final Clock clock;

    Proving(Casework casework, Dossiers dossiers, Anchoring anchoring, AnchorKeys keys, ReadingRoom room, Clock clock) {
        this.casework = casework;
        this.dossiers = dossiers;
        this.anchoring = anchoring;
        this.keys = keys;
        this.room = room;
        this.clock = clock;
    }

    /** @throws io.motcua.platform.problems.Problem 404 if there is no such dossier, or none that the party may see */
    public Proof proof(String agency, String id, Party party) {
        var dossier = casework.read(agency, id, party).state();
        room.opened(dossier, party, Reading.What.HISTORY);
        // Read first: what an anchor covers is then among the entries.
        var inclusions = anchoring.inclusions(agency, id);
        var entries = dossiers.history(agency, id, EnumSet.allOf(Audience.class));
        return new Proof(
                Proof.FORMAT,
                id,
                agency,
                dossier.code(),
                clock.instant(),
                entries.stream().map(it -> Proof.Link.of(it, party.audiences())).toList(),
                inclusions.stream().map(Proof.Covering::of).toList(),
                keys.published());
    }
}
