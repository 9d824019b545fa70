package io.motcua.dossier.slips;

import io.motcua.dossier.attachments.Contents;
import io.motcua.dossier.casework.Casework;
import io.motcua.dossier.casework.Command;
import io.motcua.dossier.casework.Dossier;
import io.motcua.dossier.casework.Dossiers;
import io.motcua.dossier.casework.Party;
import io.motcua.dossier.casework.Reading;
import io.motcua.dossier.casework.ReadingRoom;
import io.motcua.dossier.casework.Slip;
import io.motcua.dossier.forms.Forms;
import io.motcua.dossier.forms.Words;
import io.motcua.platform.history.Audience;
import io.motcua.platform.history.Cause;
import io.motcua.platform.history.Digest;
import io.motcua.platform.history.Entry;
import io.motcua.platform.history.Snapshot;
import io.motcua.platform.problems.PlatformProblem;
import io.motcua.platform.problems.Problem;
import java.io.InputStream;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;

/**
 * Draws up the slips that dossiers owe. A decision that brings a slip with it notes it as owed, in the same write; whoever
 * draws it up first stores it and files it by one conditional update whose cause is the slip. So a crash loses none, and
 * two instances at once leave one: the other's bytes go again.
 */
@Service
public class Slips {

    private static final EnumSet<Audience> ALL = EnumSet.allOf(Audience.class);

    private final Casework casework;
    private final Dossiers dossiers;
    private final Contents contents;
    private final ReadingRoom room;
    private final Sheets sheets;
    private final Forms forms;

    Slips(Casework casework, Dossiers dossiers, Contents contents, ReadingRoom room, Sheets sheets, Forms forms) {
        this.casework = casework;
        this.dossiers = dossiers;
        this.contents = contents;
        this.room = room;
        this.sheets = sheets;
        this.forms = forms;
    }

    /** A slip on its way out. */
    public record Download(String name, long size, String sha256, InputStream bytes) {}

    public List<Slip> of(String agency, String id, Party party) {
        return casework.read(agency, id, party).state().slipsFor(party);
    }

    /** Who asks before it is drawn up draws it up: nobody at the counter waits for a sweeper. */
    public Download open(String agency, String id, Party party, String slipId) {
        var snapshot = casework.read(agency, id, party);
        if (slip(snapshot, party, slipId).file() == null) {
            drawUp(snapshot);
            snapshot = casework.read(agency, id, party);
        }
        var slip = slip(snapshot, party, slipId);
        var file = slip.file();
        if (file == null) {
            throw new IllegalStateException("The slip " + slipId + " was not filed");
        }
        snapshot.state().requireKept();
        room.opened(snapshot.state(), party, Reading.What.SLIP);
        var bytes = contents.open(agency, file.content())
                .orElseThrow(() -> new IllegalStateException("The content " + file.content() + " is gone"));
        var name = "mau-" + slip.form().number() + "-" + snapshot.state().code() + ".pdf";
        return new Download(name, file.size(), file.sha256(), bytes);
    }

    /** Draws up all that a dossier owes. */
    void drawUp(String agency, String id) {
        dossiers.find(agency, id).ifPresent(this::drawUp);
    }

    private void drawUp(Snapshot<Dossier> snapshot) {
        var dossier = snapshot.state();
        if (dossier.slipsOwedSince() == null) {
            return;
        }
        var history = dossiers.history(snapshot.agency(), snapshot.id(), ALL);
        for (var slip : dossier.slips()) {
            if (slip.file() == null) {
                file(snapshot, slip, upTo(slip, history));
            }
        }
    }

    private void file(Snapshot<Dossier> snapshot, Slip slip, List<Entry> past) {
        var printed = forms.print(
                snapshot.agency(),
                slip.form().number(),
                Words.date(slip.issuedAt()),
                sheets.of(snapshot.state(), slip, past));
        var bytes = printed.pdf();
        // Of its own for each attempt: two that draw up the same slip do not write into each other's pieces.
        var file = new Slip.File(
                slip.id() + "-" + UUID.randomUUID(), bytes.length, Digest.sha256(bytes), printed.template());
        contents.put(snapshot.agency(), snapshot.id(), file.content(), bytes);
        if (!casework.file(
                snapshot, new Command.FileSlip(slip.id(), past.getLast().id(), file))) {
            contents.remove(snapshot.agency(), file.content());
        }
    }

    /** The entries until the one whose cause brought the slip with it. */
    private static List<Entry> upTo(Slip slip, List<Entry> history) {
        for (int i = 0; i < history.size(); i++) {
            var cause = new Cause(history.get(i).cause());
            if (cause.derivedId("slip-" + slip.form().number()).equals(slip.id())) {
                return history.subList(0, i + 1);
            }
        }
        throw new IllegalStateException("No entry of the history owes the slip " + slip.id());
    }

    private static Slip slip(Snapshot<Dossier> snapshot, Party party, String slipId) {
        return snapshot.state().slipsFor(party).stream()
                .filter(it -> it.id().equals(slipId))
                .findFirst()
                .orElseThrow(() -> new Problem(PlatformProblem.NOT_FOUND, slipId));
    }
}
