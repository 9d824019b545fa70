package io.motcua.dossier.uploads;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** All uploads under way. An upload is held by one request at a time, for as long as it stores something. */
public interface UnfinishedUploads {

    void begin(Unfinished upload);

    Optional<Unfinished> find(String agency, String dossier, String id);

    long count(String agency, String dossier);

    /** Takes hold of the upload; nothing if another request holds it. */
    Optional<Unfinished> hold(String id, Instant now, Instant until);

    /** The upload with one piece more; nothing if another request holds it by now. */
    Optional<Unfinished> append(Unfinished held, Unfinished.Piece piece, Instant until);

    void release(Unfinished held);

    /** It stays known until it expires: the sender may not have heard that all has come. */
    void finish(Unfinished held, String attachment);

    void remove(String id);

    List<Unfinished> expired(Instant now, int limit);
}
