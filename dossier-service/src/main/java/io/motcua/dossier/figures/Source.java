package io.motcua.dossier.figures;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Things that are counted, and know which of them have moved on since. */
public interface Source {

    /** How many wait to be counted, by agency. */
    Map<String, Long> waiting();

    /** @return empty if what is needed to count them is not there yet */
    Optional<Load> load(String agency, int limit);

    Optional<Instant> waitingSince(String agency);

    /** All of an agency's wait again, since that time at the latest: before everything that has moved on by itself. */
    void waitAgain(String agency, Instant since);

    /**
     * Some that wait.
     *
     * @param size how many, those that add nothing among them
     * @param counted to be called once they are
     */
    record Load(int size, List<Entry> entries, Runnable counted) {}
}
