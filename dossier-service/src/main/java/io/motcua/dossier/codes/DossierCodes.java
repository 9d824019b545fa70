package io.motcua.dossier.codes;

import java.time.LocalDate;
import java.util.Optional;

/** The register of dossier codes: unique, never reused, one per dossier. */
public interface DossierCodes {

    /**
     * The dossier's code: the one that it has, else the next of the unit on that day.
     *
     * @param unit identifies the receiving unit and begins the code
     */
    String claim(String agency, String unit, LocalDate day, String dossier);

    Optional<Claim> find(String code);

    /** Whose code it is. */
    record Claim(String code, String agency, String dossier) {}
}
