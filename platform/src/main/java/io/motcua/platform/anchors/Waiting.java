package io.motcua.platform.anchors;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bson.Document;
import org.springframework.data.mongodb.core.BulkOperations;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Update;

/** The histories of one collection that have entries which no anchor covers. */
final class Waiting {

    private static final int AT_A_TIME = 500;

    private final MongoTemplate mongo;
    private final String collection;

    Waiting(MongoTemplate mongo, String collection) {
        this.mongo = mongo;
        this.collection = collection;
    }

    /** How far each had come before the instant, by agency, in the order of their ids. */
    Map<String, List<Leaf>> before(Instant end) {
        var byAgency = new TreeMap<String, List<Leaf>>();
        var query = query(where("unanchored").lt(Date.from(end)));
        query.fields().include("agency", "history.seq", "history.at", "history.hash");
        try (var waiting = mongo.stream(query, Document.class, collection)) {
            waiting.forEach(it -> byAgency.computeIfAbsent(it.getString("agency"), _ -> new ArrayList<>())
                    .add(leaf(it, end)));
        }
        byAgency.values().forEach(it -> it.sort(Comparator.comparing(Leaf::aggregate)));
        return byAgency;
    }

    /** Notes on each history which anchor covers it, once; what has been added since waits for the next. */
    void covered(String anchor, Map<Integer, Leaf> leaves, Instant end) {
        var bulk = mongo.bulkOps(BulkOperations.BulkMode.ORDERED, collection);
        int some = 0;
        for (var place : leaves.entrySet()) {
            var leaf = place.getValue();
            var mark = new Document("anchor", anchor).append("seq", leaf.seq()).append("index", place.getKey());
            bulk.updateOne(
                    query(where("_id")
                            .is(leaf.aggregate())
                            .and("anchors.anchor")
                            .ne(anchor)),
                    new Update().push("anchors", mark));
            bulk.updateOne(
                    query(where("_id").is(leaf.aggregate()).and("seq").is(leaf.seq())),
                    new Update().unset("unanchored"));
            if (++some % AT_A_TIME == 0) {
                bulk.execute();
                bulk = mongo.bulkOps(BulkOperations.BulkMode.ORDERED, collection);
            }
        }
        if (some % AT_A_TIME != 0) {
            bulk.execute();
        }
    }

    /** Whatever came after the anchor was made, even if it bears an earlier time, is the next one's. */
    void postpone(String agency, Instant end) {
        mongo.updateMulti(
                query(where("agency").is(agency).and("unanchored").lt(Date.from(end))),
                new Update().max("unanchored", Date.from(end)),
                collection);
    }

    /** @return which anchors cover the history: {@code anchor}, {@code seq}, {@code index} */
    List<Document> anchors(String agency, String aggregate) {
        var query = query(where("_id").is(aggregate).and("agency").is(agency));
        query.fields().include("anchors");
        var found = mongo.findOne(query, Document.class, collection);
        return found == null ? List.of() : found.getList("anchors", Document.class, List.of());
    }

    /** The last entry before the end; at least the first, for a history that waits has one. */
    private static Leaf leaf(Document aggregate, Instant end) {
        var entries = aggregate.getList("history", Document.class);
        var last = entries.getFirst();
        for (var it : entries) {
            if (it.getDate("at").toInstant().isBefore(end)) {
                last = it;
            }
        }
        return new Leaf(aggregate.getString("_id"), last.getLong("seq"), last.getString("hash"));
    }
}
