package io.motcua.dossier.attachments;

import io.motcua.dossier.DossierProblem;
import io.motcua.dossier.casework.Attachment;
import io.motcua.dossier.casework.Casework;
import io.motcua.dossier.casework.Command;
import io.motcua.dossier.casework.Dossier;
import io.motcua.dossier.casework.DraftErased;
import io.motcua.dossier.casework.Party;
import io.motcua.dossier.casework.Reading;
import io.motcua.dossier.casework.ReadingRoom;
import io.motcua.dossier.casework.ResultDocument;
import io.motcua.dossier.procedures.Paper;
import io.motcua.dossier.signatures.Pades;
import io.motcua.dossier.signatures.Unsignable;
import io.motcua.platform.history.Cause;
import io.motcua.platform.history.Snapshot;
import io.motcua.platform.problems.PlatformProblem;
import io.motcua.platform.problems.Problem;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/**
 * Papers and results: the bytes are stored first, then the dossier comes to refer to them. A crash between the two leaves
 * bytes that nobody refers to, never a dossier that refers to nothing.
 */
@Service
public class Papers {

    private final Casework casework;
    private final Contents contents;
    private final Scanning scanning;
    private final ReadingRoom room;
    private final ResultSigner signing;
    private final Clock clock;

    Papers(
            Casework casework,
            Contents contents,
            Scanning scanning,
            ReadingRoom room,
            ResultSigner signing,
            Clock clock) {
        this.casework = casework;
        this.contents = contents;
        this.scanning = scanning;
        this.room = room;
        this.signing = signing;
        this.clock = clock;
    }

    /** A file on its way out. */
    public record Download(String name, String contentType, long size, InputStream bytes) {}

    public Snapshot<Dossier> attach(
            String agency, String id, Party party, Cause cause, String component, Upload upload) {
        var dossier = casework.read(agency, id, party).state();
        casework.requirePermitted(dossier, party, Command.Attach.class);
        requireType(casework.requirePaper(dossier, component), upload.contentType());
        if (dossier.attachment(attachmentId(cause)).isEmpty()) {
            casework.requireRoom(dossier, upload.bytes().length);
        }
        var attachment = new Attachment(
                attachmentId(cause),
                component,
                upload.name(),
                upload.contentType(),
                upload.bytes().length,
                upload.sha256(),
                clock.instant(),
                null);
        if (!scanning.scanned(agency, id, attachment.id(), component, upload)) {
            scanning.await(agency, id, attachment.id(), component, upload);
        }
        contents.put(agency, id, attachment.id(), upload.bytes());
        return referring(
                agency,
                attachment.id(),
                () -> casework.perform(agency, id, party, cause, null, new Command.Attach(attachment)));
    }

    /**
     * Attaches a paper that the same person has given before, or a result that he was given: its bytes are not copied.
     *
     * @param from an earlier dossier of the agency, which the party may see
     * @param paper its attachment or its result
     */
    public Snapshot<Dossier> reuse(
            String agency, String id, Party party, Cause cause, String component, String from, String paper) {
        var dossier = casework.read(agency, id, party).state();
        casework.requirePermitted(dossier, party, Command.Attach.class);
        var asked = casework.requirePaper(dossier, component);
        var earlier = casework.read(agency, from, party).state();
        var given = casework.reusable(earlier, dossier, paper, attachmentId(cause), component, clock.instant());
        requireType(asked, given.contentType());
        if (dossier.attachment(given.id()).isEmpty()) {
            casework.requireRoom(dossier, given.size());
        }
        scanning.requireScanned(given.content());
        if (!contents.exists(agency, given.content())) {
            throw new Problem(PlatformProblem.NOT_FOUND, paper);
        }
        return casework.perform(agency, id, party, cause, null, new Command.Attach(given));
    }

    /** Throws what {@link #attach} would throw of the dossier, before a file is sent for nothing. */
    public void requireRoom(String agency, String id, Party party, String component, String contentType, long size) {
        var dossier = casework.read(agency, id, party).state();
        casework.requirePermitted(dossier, party, Command.Attach.class);
        requireType(casework.requirePaper(dossier, component), contentType);
        casework.requireRoom(dossier, size);
    }

    public Snapshot<Dossier> putResult(
            String agency, String id, Party party, Cause cause, long revision, Upload upload) {
        var dossier = casework.read(agency, id, party).state();
        casework.requirePermitted(dossier, party, Command.PutResult.class);
        if (signing.signs(agency)) {
            requireSignable(upload);
        }
        var document = new ResultDocument(
                cause.derivedId("result"),
                upload.name(),
                upload.contentType(),
                upload.bytes().length,
                upload.sha256(),
                clock.instant(),
                null,
                null);
        requireType(ContentType.USUAL, upload.contentType());
        scanning.requireClean(upload);
        contents.put(agency, id, document.id(), upload.bytes());
        return referring(
                agency,
                document.id(),
                () -> casework.perform(agency, id, party, cause, revision, new Command.PutResult(document)));
    }

    /** Said to who drew it up, not to the leader only. */
    private static void requireSignable(Upload upload) {
        try {
            Pades.requireSignable(upload.bytes());
        } catch (Unsignable e) {
            throw ResultSigner.refused(e);
        }
    }

    public static String attachmentId(Cause cause) {
        return cause.derivedId("attachment");
    }

    public Download attachment(String agency, String id, Party party, String attachmentId) {
        var dossier = casework.read(agency, id, party).state();
        var attachment = dossier.attachment(attachmentId)
                .orElseThrow(() -> new Problem(PlatformProblem.NOT_FOUND, attachmentId));
        dossier.requireKept();
        scanning.requireScanned(attachment.content());
        if (attachment.reused() != null && !contents.exists(agency, attachment.content())) {
            throw new Problem(DossierProblem.PERSONAL_DATA_ERASED); // where it was given first
        }
        room.opened(dossier, party, Reading.What.ATTACHMENT);
        return new Download(
                attachment.name(), attachment.contentType(), attachment.size(), open(agency, attachment.content()));
    }

    /** Whether a paper is to be scanned before anybody is given it. */
    public boolean waits(String attachmentId) {
        return scanning.waits(attachmentId);
    }

    public Download result(String agency, String id, Party party) {
        var dossier = casework.read(agency, id, party).state();
        var document = dossier.resultFor(party);
        if (document == null) {
            throw new Problem(PlatformProblem.NOT_FOUND, id);
        }
        dossier.requireKept();
        room.opened(dossier, party, Reading.What.RESULT);
        return new Download(document.name(), document.contentType(), document.size(), open(agency, document.id()));
    }

    private static void requireType(Paper paper, String contentType) {
        requireType(Objects.requireNonNullElse(paper.contentTypes(), ContentType.USUAL), contentType);
    }

    private static void requireType(List<String> accepted, String contentType) {
        if (!accepted.contains(contentType)) {
            throw new Problem(PlatformProblem.UNSUPPORTED_MEDIA_TYPE).with("accepted", accepted);
        }
    }

    private InputStream open(String agency, String contentId) {
        return contents.open(agency, contentId)
                .orElseThrow(() -> new IllegalStateException("The content " + contentId + " is gone"));
    }

    /** Before the draft forgets them: what breaks off here is tried again. */
    @EventListener
    void on(DraftErased erased) {
        erased.attachments().forEach(it -> contents.remove(erased.agency(), it));
    }

    /** What the rules refuse in the end is not kept. */
    private Snapshot<Dossier> referring(String agency, String contentId, Supplier<Snapshot<Dossier>> decision) {
        try {
            return decision.get();
        } catch (Problem refused) {
            contents.remove(agency, contentId);
            throw refused;
        }
    }
}
