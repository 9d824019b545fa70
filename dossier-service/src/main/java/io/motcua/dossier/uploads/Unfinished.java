package io.motcua.dossier.uploads;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A paper on its way in.
 *
 * @param component the paper of the procedure that it stands for
 * @param name as the sender calls the file
 * @param metadata as the sender gave it, to be given back
 * @param offset how many bytes have come
 * @param fence counts the requests that have held the upload; only the latest may store
 * @param attachment what has become of it, once all has come
 */
public record Unfinished(
        String id,
        String agency,
        String dossier,
        String component,
        @Nullable String name,
        String contentType,
        String metadata,
        long length,
        long offset,
        List<Piece> pieces,
        long fence,
        Instant expiresAt,
        @Nullable String attachment) {

    /** @param content under which its bytes are stored */
    public record Piece(String content, int size) {}

    public Unfinished {
        pieces = List.copyOf(pieces);
    }

    public boolean complete() {
        return offset == length;
    }

    public boolean finished() {
        return attachment != null;
    }

    /** Two requests may believe that they hold the upload: what the one stores is never taken for the other's. */
    String nextContent() {
        return id + "." + offset + "." + fence;
    }
}
