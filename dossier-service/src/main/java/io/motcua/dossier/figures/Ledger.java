package io.motcua.dossier.figures;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Facts, counters and journals. */
public interface Ledger {

    Optional<Journal> journal(String agency);

    /** Writes the first journal of an agency, unless there is one. */
    void begin(Journal first);

    /** Puts a journal in the place of the one that was read. @return false if somebody else has been quicker */
    boolean replace(Journal read, Journal next);

    /** The entries that are counted, by id. */
    Map<String, Entry> entries(String agency, int generation, Collection<String> ids);

    /** Whatever has not taken in the journal's turn takes it in. */
    void takeIn(Journal turn);

    /**
     * What stands in the buckets.
     *
     * @param unit whose counters are wanted, or null
     */
    List<Counted> counters(
            String agency, int generation, Cell.Scope scope, @Nullable String unit, Collection<String> buckets);

    /** What other generations than the one that is served and the one that is written have left. */
    void forgetBefore(String agency, int generation);

    List<Journal> journals();

    /** @param number of the last turn that it has taken in */
    record Counted(Cell cell, long number, Tally tally) {}
}
