package io.motcua.platform.testing.plans;

import com.mongodb.client.MongoDatabase;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * How the store would answer. An index counts only if the filter says something about its first field: PostgreSQL reads the
 * whole index of {@code _id} where others read the whole collection.
 */
record Plan(Set<String> indexes, Set<String> stages) {

    private static final Set<String> WHOLE = Set.of("COLLSCAN", "Seq Scan");
    private static final Set<String> BY_ID = Set.of("IDHACK", "EXPRESS_IXSCAN", "EXPRESS_UPDATE", "EXPRESS_DELETE");

    static Plan of(MongoDatabase database, AskedQueries.Asked asked) {
        var find = new BsonDocument("find", new BsonString(asked.collection())).append("filter", asked.filter());
        asked.find().forEach(find::append);
        var answer = database.runCommand(new BsonDocument("explain", find));
        var plan = new Plan(new HashSet<>(), new HashSet<>());
        plan.read(answer.get("queryPlanner"));
        return plan;
    }

    /** Why it is too slow for a large collection; empty if it is not. */
    String fault(MongoDatabase database, AskedQueries.Asked asked) {
        if (stages.stream().anyMatch(WHOLE::contains)) {
            return "reads the whole collection";
        }
        if (stages.stream().anyMatch(BY_ID::contains)) {
            return "";
        }
        var first = new HashSet<String>();
        for (var it : database.getCollection(asked.collection()).listIndexes()) {
            if (indexes.contains(it.getString("name"))) {
                first.add(it.get("key", Document.class).keySet().iterator().next());
            }
        }
        return names(asked.filter(), first) ? "" : "reads all of the index by " + first;
    }

    private void read(@Nullable Object part) {
        if (part instanceof Document document) {
            document.forEach((name, value) -> {
                if (value instanceof String text) {
                    switch (name) {
                        case "stage", "Node Type" -> stages.add(text);
                        case "indexName", "Index Name" -> indexes.add(text);
                        default -> {}
                    }
                }
                // What a store has considered and costed is no part of what it does.
                if (!name.equals("rejectedPlans") && !name.equals("IndexCosts")) {
                    read(value);
                }
            });
        } else if (part instanceof List<?> list) {
            list.forEach(this::read);
        }
    }

    /** Whether the filter says something of one of these fields, whichever branch of it holds. */
    private static boolean names(BsonDocument filter, Set<String> fields) {
        return filter.entrySet().stream().anyMatch(it -> switch (it.getKey()) {
            case "$and" -> branches(it.getValue()).anyMatch(branch -> names(branch, fields));
            case "$or" -> branches(it.getValue()).allMatch(branch -> names(branch, fields));
            default -> fields.contains(it.getKey());
        });
    }

    private static Stream<BsonDocument> branches(BsonValue value) {
        return value.asArray().stream().map(BsonValue::asDocument);
    }
}
