package io.motcua.dossier.figures.mongo;

import io.motcua.dossier.figures.Journal;
import io.motcua.dossier.figures.Tally;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.springframework.data.mongodb.core.query.Update;

/** What one fact or one counter takes in of a turn. */
final class Posting {

    private final String collection;
    private final Document empty;
    private final Update update;

    private Posting(String collection, Document empty, Update update) {
        this.collection = collection;
        this.empty = empty;
        this.update = update;
    }

    String collection() {
        return collection;
    }

    String id() {
        return empty.getString("_id");
    }

    /** The document as it is before it has taken in anything. */
    Document empty() {
        return empty;
    }

    Update update() {
        return update;
    }

    static List<Posting> of(Journal turn) {
        var writing = new Writing();
        var postings = new ArrayList<Posting>();
        for (var move : turn.moves()) {
            var id = Writing.id(turn.agency(), turn.generation(), move.after().id());
            postings.add(new Posting(
                    Writing.ENTRIES,
                    Writing.empty(id, turn.agency(), turn.generation()),
                    new Update().set("entry", writing.document(move.after()))));
        }
        Tally.changes(turn.moves()).forEach((cell, change) -> {
            var id = Writing.id(turn.agency(), turn.generation(), cell.id());
            var empty = Writing.empty(id, turn.agency(), turn.generation())
                    .append("scope", cell.scope().name())
                    .append("bucket", cell.bucket())
                    .append("unit", cell.unit())
                    .append("sector", cell.sector())
                    .append("service", cell.service());
            var update = new Update();
            change.counts().forEach((measure, amount) -> update.inc("counts." + measure.name(), amount));
            change.becameLate().forEach((time, amount) -> update.inc("late." + time, amount));
            postings.add(new Posting(Writing.COUNTERS, empty, update));
        });
        return postings;
    }
}
