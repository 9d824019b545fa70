package io.motcua.dossier.figures.mongo;

import io.motcua.dossier.figures.Journal;
import io.motcua.dossier.figures.Ledger;
import java.util.Random;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Ledgers on a store, and instances that break off while they write. */
public final class Ledgers {

    private final MongoLedger ledger;

    public Ledgers(MongoTemplate mongo) {
        this.ledger = new MongoLedger(mongo);
    }

    public Ledger ledger() {
        return ledger;
    }

    /** Some counters and facts take in the turn, the others do not. */
    public void takeInSome(Journal turn, Random random) {
        var some = Posting.of(turn).stream().filter(_ -> random.nextBoolean()).toList();
        ledger.post(some, turn.number());
    }
}
