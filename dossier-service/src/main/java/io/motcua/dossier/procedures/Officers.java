package io.motcua.dossier.procedures;

import java.util.Optional;

/** The staff of agencies, as far as the catalogue names them. */
public interface Officers {

    /** The unit in which somebody works. */
    Optional<String> unit(String agency, String person);
}
