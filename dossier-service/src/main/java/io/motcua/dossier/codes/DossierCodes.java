package io.motcua.dossier.codes;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The register of dossier codes: unique, never reused, one per dossier. */
public interface DossierCodes {

    /**
     * The dossier's code: the one that it has, else the next of the unit on that day.
     *
     * @param unit identifies the receiving unit and begins the code
     */
    String claim(String agency, String unit, LocalDate day, String dossier);

    /**
     * Keeps a code that another system has given.
     *
     * @return false if the code is another dossier's, or the dossier has another code
     */
    boolean adopt(String agency, String code, String dossier);

    Optional<Claim> find(String code);

    /** By code; what nobody has is left out. */
    Map<String, Claim> find(Collection<String> codes);

    /** The codes that dossiers have, by dossier. */
    Map<String, String> codesOf(Collection<String> dossiers);

    /** The series that a unit has begun in a time, in whichever style, by day. */
    List<Series> series(String unit, LocalDate from, LocalDate to);

    /**
     * The codes of a unit and a day.
     *
     * @param last the number that was given last
     * @param pending by number, for which dossier it was taken when it was not registered in the end
     */
    record Series(CodeStyle style, String unit, LocalDate day, long last, Map<Long, String> pending) {

        public Series {
            pending = Map.copyOf(pending);
        }

        public String code(long number) {
            return style.code(unit, day, number);
        }
    }

    /** Whose code it is. */
    record Claim(String code, String agency, String dossier) {}
}
