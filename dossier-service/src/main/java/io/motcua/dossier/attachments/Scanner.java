package io.motcua.dossier.attachments;

import java.io.IOException;

/** Looks for malware in files. */
public interface Scanner {

    sealed interface Verdict {}

    record Clean() implements Verdict {}

    /** @param signature the scanner's name of what it has found */
    record Infected(String signature) implements Verdict {}

    /** @throws IOException if the scanner is away, or cannot say */
    Verdict scan(byte[] bytes) throws IOException;
}
