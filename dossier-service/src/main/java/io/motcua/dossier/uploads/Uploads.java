package io.motcua.dossier.uploads;

import io.motcua.dossier.DossierProblem;
import io.motcua.dossier.attachments.Contents;
import io.motcua.dossier.attachments.Papers;
import io.motcua.dossier.attachments.Upload;
import io.motcua.dossier.casework.Casework;
import io.motcua.dossier.casework.Command;
import io.motcua.dossier.casework.Dossier;
import io.motcua.dossier.casework.Party;
import io.motcua.platform.history.Cause;
import io.motcua.platform.problems.PlatformProblem;
import io.motcua.platform.problems.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/**
 * Takes papers in by pieces. All that is known of an upload is in the store, so any instance goes on where another left
 * off; the last piece makes it an attachment, by the same checks as one that comes whole.
 */
@Service
public class Uploads {

    private static final Logger log = LoggerFactory.getLogger(Uploads.class);
    private static final int PAGE = 100;

    private final UnfinishedUploads unfinished;
    private final Contents contents;
    private final Papers papers;
    private final Casework casework;
    private final UploadSettings settings;
    private final Clock clock;

    Uploads(
            UnfinishedUploads unfinished,
            Contents contents,
            Papers papers,
            Casework casework,
            UploadSettings settings,
            Clock clock) {
        this.unfinished = unfinished;
        this.contents = contents;
        this.papers = papers;
        this.casework = casework;
        this.settings = settings;
        this.clock = clock;
    }

    /** Of which dossier. */
    public record Target(String agency, String dossier, Party party) {}

    /** Throws a problem if the party may not see the dossier, or does not act as its applicant. */
    public void requireApplicant(Target target) {
        applied(target);
    }

    /** Begins an upload of so many bytes; none has come yet. */
    public Unfinished begin(Target target, Metadata metadata, long length) {
        papers.requireRoom(
                target.agency(),
                target.dossier(),
                target.party(),
                metadata.component(),
                Upload.type(metadata.contentType()),
                length);
        if (length > Upload.LARGEST) {
            throw new Problem(PlatformProblem.TOO_LARGE, Upload.LARGEST);
        }
        if (length == 0) {
            throw new Problem(DossierProblem.CONTENT_EMPTY);
        }
        if (unfinished.count(target.agency(), target.dossier()) >= settings.most()) {
            throw new Problem(DossierProblem.TOO_MANY_UPLOADS, settings.most());
        }
        var upload = new Unfinished(
                new Cause("upload:" + UUID.randomUUID()).derivedId("upload"),
                target.agency(),
                target.dossier(),
                metadata.component(),
                metadata.name(),
                Upload.type(metadata.contentType()),
                metadata.header(),
                length,
                0,
                List.of(),
                0,
                clock.instant().plus(settings.kept()),
                null);
        unfinished.begin(upload);
        return upload;
    }

    /** How far it has come. What had come whole when an instance died becomes an attachment now. */
    public Unfinished state(Target target, String id) {
        var upload = find(target, id);
        if (!upload.complete() || upload.finished()) {
            return upload;
        }
        return unfinished
                .hold(id, clock.instant(), clock.instant().plus(settings.lease()))
                .map(it -> finishing(it, target.party()))
                .orElse(upload);
    }

    /**
     * Takes what comes, as far as it comes: if the line breaks, the bytes that had arrived are kept.
     *
     * @throws Problem 409 if it does not go on where the upload ends, 423 if another request is at it, 460 if the checksum
     *     is another
     */
    public Unfinished append(Target target, String id, long offset, @Nullable Checksum checksum, InputStream body) {
        find(target, id);
        var now = clock.instant();
        var held = unfinished
                .hold(id, now, now.plus(settings.lease()))
                .orElseThrow(() -> new Problem(DossierProblem.UPLOAD_HELD).retryAfter(settings.lease()));
        try {
            if (held.finished() || held.offset() != offset) {
                throw new Problem(DossierProblem.OFFSET_MISMATCH, held.offset(), offset).with("offset", held.offset());
            }
            var incoming = new Incoming(body, clock);
            var grown = checksum == null ? pieceByPiece(held, incoming) : atOnce(held, incoming, checksum);
            return grown.complete() ? finish(grown, target.party()) : grown;
        } finally {
            unfinished.release(held);
        }
    }

    /** What has become an attachment stays one. */
    public void terminate(Target target, String id) {
        var upload = find(target, id);
        if (upload.finished()) {
            throw new Problem(DossierProblem.UPLOAD_FINISHED);
        }
        var now = clock.instant();
        var held = unfinished
                .hold(id, now, now.plus(settings.lease()))
                .orElseThrow(() -> new Problem(DossierProblem.UPLOAD_HELD).retryAfter(settings.lease()));
        discard(held);
    }

    @Scheduled(fixedDelayString = "${motcua.dossiers.uploads.sweep:1m}")
    void sweep() {
        for (var page = unfinished.expired(clock.instant(), PAGE);
                !page.isEmpty();
                page = unfinished.expired(clock.instant(), PAGE)) {
            page.forEach(this::discard);
            log.info("{} uploads have expired", page.size());
        }
    }

    private Unfinished find(Target target, String id) {
        var dossier = applied(target);
        var found = unfinished
                .find(target.agency(), target.dossier(), id)
                .filter(it -> clock.instant().isBefore(it.expiresAt()))
                .orElseThrow(() -> new Problem(PlatformProblem.NOT_FOUND, id));
        if (!found.finished()) {
            casework.requirePermitted(dossier, target.party(), Command.Attach.class);
        }
        return found;
    }

    private Dossier applied(Target target) {
        var dossier =
                casework.read(target.agency(), target.dossier(), target.party()).state();
        casework.requireApplicant(dossier, target.party());
        return dossier;
    }

    private Unfinished pieceByPiece(Unfinished held, Incoming incoming) {
        var upload = held;
        while (!incoming.ended() && !upload.complete()) {
            var remaining = upload.length() - upload.offset();
            var most = (int) Math.min(remaining, settings.piece().toBytes());
            var bytes = incoming.next(most, settings.pause());
            if (bytes.length == remaining) {
                requireEnd(upload, incoming);
            }
            upload = stored(upload, bytes);
        }
        return upload;
    }

    /** What has a checksum counts whole or not at all. */
    private Unfinished atOnce(Unfinished held, Incoming incoming, Checksum checksum) {
        var bytes = new ByteArrayOutputStream();
        var remaining = (int) (held.length() - held.offset());
        while (!incoming.ended() && bytes.size() < remaining) {
            bytes.writeBytes(incoming.next(remaining - bytes.size(), settings.lease()));
        }
        requireEnd(held, incoming);
        if (incoming.broken()) {
            return held;
        }
        if (!checksum.fits(bytes.toByteArray())) {
            throw new Problem(DossierProblem.CHECKSUM_MISMATCH, checksum.algorithm());
        }
        return stored(held, bytes.toByteArray());
    }

    private static void requireEnd(Unfinished upload, Incoming incoming) {
        if (!incoming.ended() && incoming.next(1, Duration.ZERO).length > 0) {
            throw new Problem(PlatformProblem.TOO_LARGE, upload.length());
        }
    }

    private Unfinished stored(Unfinished upload, byte[] bytes) {
        if (bytes.length == 0) {
            return upload;
        }
        var piece = new Unfinished.Piece(upload.nextContent(), bytes.length);
        contents.put(upload.agency(), upload.dossier(), piece.content(), bytes);
        return unfinished
                .append(upload, piece, clock.instant().plus(settings.lease()))
                .orElseThrow(() -> {
                    contents.remove(upload.agency(), piece.content());
                    return new Problem(DossierProblem.UPLOAD_HELD).retryAfter(settings.lease());
                });
    }

    private Unfinished finishing(Unfinished held, Party party) {
        try {
            return held.finished() ? held : finish(held, party);
        } finally {
            unfinished.release(held);
        }
    }

    /** What is refused for good is not kept; what fails for a while is tried again by the sender. */
    private Unfinished finish(Unfinished upload, Party party) {
        var cause = new Cause("upload:" + upload.id());
        try {
            papers.attach(
                    upload.agency(),
                    upload.dossier(),
                    party,
                    cause,
                    upload.component(),
                    Upload.of(whole(upload), upload.contentType(), upload.name()));
        } catch (Problem refused) {
            if (refused.kind().status() < 500) {
                discard(upload);
            }
            throw refused;
        }
        var attachment = Papers.attachmentId(cause);
        unfinished.finish(upload, attachment);
        removePieces(upload);
        return new Unfinished(
                upload.id(),
                upload.agency(),
                upload.dossier(),
                upload.component(),
                upload.name(),
                upload.contentType(),
                upload.metadata(),
                upload.length(),
                upload.offset(),
                List.of(),
                upload.fence(),
                upload.expiresAt(),
                attachment);
    }

    private byte[] whole(Unfinished upload) {
        var whole = new ByteArrayOutputStream((int) upload.length());
        for (var piece : upload.pieces()) {
            try (var bytes = contents.open(upload.agency(), piece.content())
                    .orElseThrow(() -> new IllegalStateException("The piece " + piece.content() + " is gone"))) {
                bytes.transferTo(whole);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return whole.toByteArray();
    }

    /** The pieces first: what is left by a crash is still found by the next sweep. */
    private void discard(Unfinished upload) {
        removePieces(upload);
        unfinished.remove(upload.id());
    }

    private void removePieces(Unfinished upload) {
        upload.pieces().forEach(it -> contents.remove(upload.agency(), it.content()));
    }
}
