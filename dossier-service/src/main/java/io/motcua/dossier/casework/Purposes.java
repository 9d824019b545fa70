package io.motcua.dossier.casework;

import java.util.Optional;

/** What the caller says that he reads for. */
public interface Purposes {

    /** Empty if he says nothing: then his task says it. */
    Optional<Purpose> stated();
}
