package io.motcua.dossier.figures;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Counts what has moved on. Any instance may, several may at once, and what a crash left half done the next turn finishes. */
@Service
public class Counting {

    private static final Logger log = LoggerFactory.getLogger(Counting.class);
    private static final int AT_A_TIME = 200;

    private final Ledger ledger;
    private final List<Source> sources;

    Counting(Ledger ledger, List<Source> sources) {
        this.ledger = ledger;
        this.sources = List.copyOf(sources);
    }

    /** The agencies for which there is something to do. */
    Set<String> waiting() {
        var agencies = new TreeSet<String>();
        sources.forEach(it -> agencies.addAll(it.waiting().keySet()));
        ledger.journals().stream()
                .filter(it -> it.building() || !it.taken())
                .map(Journal::agency)
                .forEach(agencies::add);
        return agencies;
    }

    /**
     * Takes one turn.
     *
     * @return whether another one may find something to do
     */
    boolean turn(String agency) {
        var read = ledger.journal(agency);
        if (read.isEmpty()) {
            ledger.begin(Journal.first(agency));
            return true;
        }
        var journal = read.get();
        if (!journal.taken()) {
            ledger.takeIn(journal);
            ledger.replace(journal, journal.takenIn());
            return true;
        }
        if (!journal.begun()) {
            sources.forEach(it -> it.waitAgain(agency, journal.toldSince()));
            ledger.replace(journal, journal.allTold());
            return true;
        }
        if (count(journal)) {
            return true;
        }
        finish(journal);
        return false;
    }

    /** The figures are counted anew, from the dossiers as they stand; until that is done the present ones are served. */
    public void afresh(String agency) {
        while (true) {
            var journal = ledger.journal(agency).orElse(null);
            if (journal == null) {
                ledger.begin(Journal.first(agency));
                return;
            }
            if (journal.building()) {
                return;
            }
            if (!journal.taken()) {
                ledger.takeIn(journal);
                ledger.replace(journal, journal.takenIn());
            } else if (ledger.replace(journal, journal.afresh())) {
                log.info("Counting afresh agency={} generation={}", agency, journal.generation() + 1);
                return;
            }
        }
    }

    private boolean count(Journal journal) {
        for (var source : sources) {
            var load = source.load(journal.agency(), AT_A_TIME).orElse(null);
            if (load == null) {
                return false;
            }
            if (load.size() > 0) {
                if (enter(load, journal)) {
                    load.counted().run();
                }
                return true;
            }
        }
        return false;
    }

    /** @return false if somebody else has been quicker */
    private boolean enter(Source.Load load, Journal journal) {
        var ids = load.entries().stream().map(Entry::id).toList();
        var known = ledger.entries(journal.agency(), journal.generation(), ids);
        var moves = new ArrayList<Move>();
        for (var entry : load.entries()) {
            var before = known.get(entry.id());
            if (before == null || before.seq() < entry.seq()) {
                moves.add(new Move(before, entry));
            }
        }
        if (moves.isEmpty()) {
            return true;
        }
        var next = journal.next(moves);
        if (!ledger.replace(journal, next)) {
            return false;
        }
        ledger.takeIn(next);
        ledger.replace(next, next.takenIn());
        return true;
    }

    /** A new generation is served once everything that was told to be counted is. */
    private void finish(Journal journal) {
        var told = sources.stream()
                .flatMap(it -> it.waitingSince(journal.agency()).stream())
                .anyMatch(it -> !it.isAfter(Instant.EPOCH));
        if (journal.building() && !told && ledger.replace(journal, journal.served())) {
            log.info("Counted agency={} generation={}", journal.agency(), journal.generation());
            ledger.forgetBefore(journal.agency(), journal.generation());
        }
    }
}
