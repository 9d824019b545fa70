package io.motcua.dossier.attachments;

import java.time.Instant;
import java.util.List;

/** The contents that no scanner has looked at yet. */
public interface Unscanned {

    /** A content that waits. */
    record Waiting(String content, String agency, String dossier, String component, String sha256, Instant since) {}

    void add(Waiting waiting);

    boolean contains(String content);

    /** Those that have waited since before that time, the oldest first. */
    List<Waiting> since(Instant before, int limit);

    long count();

    void remove(String content);
}
