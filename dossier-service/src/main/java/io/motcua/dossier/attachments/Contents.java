package io.motcua.dossier.attachments;

import java.io.InputStream;
import java.util.Optional;

/** The bytes of papers and results, kept outside the dossier, which refers to them by id and digest. */
public interface Contents {

    /** Stores bytes under an id; the same id again, after a repeat of the same request, changes nothing. */
    void put(String agency, String dossier, String id, byte[] bytes);

    Optional<InputStream> open(String agency, String id);

    boolean exists(String agency, String id);

    /** For what no dossier has come to refer to. */
    void remove(String agency, String id);
}
