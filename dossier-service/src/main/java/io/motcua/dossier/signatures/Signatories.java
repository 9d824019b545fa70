package io.motcua.dossier.signatures;

import java.util.Optional;

/** Who signs for an agency. */
public interface Signatories {

    /** Whether what the agency issues is signed; then nothing leaves unsigned for lack of a key. */
    boolean signs(String agency);

    /** @param leader the opaque person key of who decides: his own key comes before the agency's */
    Optional<Signatory> of(String agency, String leader);
}
