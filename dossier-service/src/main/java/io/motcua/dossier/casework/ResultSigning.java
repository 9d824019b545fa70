package io.motcua.dossier.casework;

import org.jspecify.annotations.Nullable;

/** Puts the leader's signature on a result, before the decision that makes it the result. */
public interface ResultSigning {

    /** Whether the agency's results are signed; then none is issued unsigned. */
    boolean signs(String agency);

    /**
     * Stores the signed document beside the one that was put; nothing refers to it yet.
     *
     * @param leader the opaque person key of who signs
     * @return null if the agency's results are not signed
     * @throws io.motcua.platform.problems.Problem if the document cannot be signed, or not now
     */
    @Nullable
    ResultDocument sign(Dossier dossier, ResultDocument document, String leader);

    /** For the document, signed or not, that the decision does not refer to. */
    void discard(Dossier dossier, ResultDocument document);
}
