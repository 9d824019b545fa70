package io.motcua.dossier.figures.mongo;

import io.motcua.dossier.figures.Journal;
import io.motcua.dossier.figures.Tally;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.springframework.data.mongodb.core.query.Update;

/**
 * What one fact or one counter takes in of a turn.
 *
 * @param empty the document as it is before it has taken in anything
 */
record Posting(String collection, String id, Document empty, Update update) {

    static List<Posting> of(Journal turn) {
        var writing = new Writing();
        var postings = new ArrayList<Posting>();
        for (var move : turn.moves()) {
            var id = Writing.id(turn.agency(), turn.generation(), move.after().id());
            postings.add(new Posting(
                    Writing.ENTRIES,
                    id,
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
            postings.add(new Posting(Writing.COUNTERS, id, empty, update));
        });
        return postings;
    }
}
