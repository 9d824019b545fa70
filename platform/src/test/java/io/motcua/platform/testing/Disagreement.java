package io.motcua.platform.testing;

import de.bwaldvogel.mongo.bson.Document;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;

/**
 * Ways in which a store might part from MongoDB. {@code -Dmotcua.test.disagreement=NAME} lets the embedded one do so, and the
 * tests have to notice: {@code .ci/disagreements} tries all.
 */
enum Disagreement {
    CONDITION_OF_AN_UPDATE_IGNORED(
            "update", it -> inParts(it, "updates", "q", q -> q.containsKey("_id") ? only(q, "_id") : q)),
    UPDATE_OF_MANY_UPDATES_ONE("update", it -> inEach(it, "updates", u -> with(u, "multi", false))),
    UPSERT_INSERTS_NOTHING("update", it -> inEach(it, "updates", u -> with(u, "upsert", false))),
    MAX_SETS("update", it -> renamed(it, "$max", "$set")),
    MIN_SETS("update", it -> renamed(it, "$min", "$set")),
    UNSET_DOES_NOTHING("update", it -> inParts(it, "updates", "u", u -> emptied(u, "$unset"))),
    PULL_DOES_NOTHING("update", it -> inParts(it, "updates", "u", u -> emptied(u, "$pull"))),
    PUSH_TURNS_AROUND("update", it -> inParts(it, "updates", "u", Disagreement::pushedInFront)),
    INCREMENT_TWICE("update", it -> inParts(it, "updates", "u", Disagreement::incrementedTwice)),
    REMOVAL_OF_NOTHING("delete", it -> inParts(it, "deletes", "q", q -> with(q, "_id", "nobody has this id"))),
    ORDER_OF_A_QUERY_IGNORED("find", it -> without(it, named("sort"))),
    ELEMENT_MATCH_SHOWS_ALL("find", it -> shown(it, "$elemMatch")),
    OR_IGNORED("find", it -> without(it, named("$or"))),
    RANGE_IGNORED(
            "find", it -> without(it, (name, value) -> Set.of("$lt", "$lte").contains(name))),
    FILTER_OF_A_PIPELINE_SHOWS_ALL("aggregate", Disagreement::unfiltered),
    MATCH_OF_A_PIPELINE_IGNORED("aggregate", it -> without(it, named("$match"))),
    GROUP_COUNTS_TWICE("aggregate", it -> deep(it, (name, value) -> name.equals("$sum") ? 2 : value)),
    LONGS_BECOME_DOUBLES("insert", it -> deep(it, (_, value) -> value instanceof Long n ? n.doubleValue() : value)),
    TIMES_LOSE_THEIR_FRACTION(
            "insert update",
            it -> deep(it, (_, value) -> value instanceof Instant at ? at.truncatedTo(ChronoUnit.SECONDS) : value)),
    EMPTY_LISTS_VANISH("insert", it -> without(it, (_, value) -> value.equals(List.of())));

    private static final String PROPERTY = "motcua.test.disagreement";

    private final Set<String> commands;
    private final UnaryOperator<Document> rewriting;

    private interface Values {
        Object changed(String name, Object value);
    }

    Disagreement(String commands, UnaryOperator<Document> rewriting) {
        this.commands = Set.of(commands.split(" "));
        this.rewriting = rewriting;
    }

    static Optional<Disagreement> wanted() {
        return Optional.ofNullable(System.getProperty(PROPERTY)).map(Disagreement::valueOf);
    }

    Document rewritten(String command, Document query) {
        return commands.contains(command.toLowerCase(Locale.ROOT)) ? rewriting.apply(query) : query;
    }

    private static BiPredicate<String, Object> named(String name) {
        return (it, _) -> it.equals(name);
    }

    /** Without some members, at any depth; a member, stage or condition that this empties goes as well. */
    private static Document without(Document document, BiPredicate<String, Object> unwanted) {
        var kept = new Document();
        document.forEach((name, value) -> {
            if (value != null && unwanted.test(name, value)) {
                return;
            }
            var inner = inner(value, it -> without(it, unwanted));
            boolean emptied = inner instanceof Map<?, ?> map && map.isEmpty() && !value.equals(inner);
            if (!emptied || name.equals("filter") || name.equals("q")) {
                kept.append(name, inner);
            }
        });
        return kept;
    }

    private static Document deep(Document document, Values values) {
        var changed = new Document();
        document.forEach((name, value) ->
                changed.append(name, values.changed(name, inner(value, it -> deep(it, values)))));
        return changed;
    }

    /** Applies to documents in a value; those in a list that are emptied leave it. */
    private static Object inner(Object value, UnaryOperator<Document> change) {
        if (value instanceof Document it) {
            return change.apply(it);
        }
        if (!(value instanceof Collection<?> list)) {
            return value;
        }
        var changed = new ArrayList<>();
        for (var it : list) {
            var after = inner(it, change);
            if (!(after instanceof Document empty && empty.isEmpty() && !empty.equals(it))) {
                changed.add(after);
            }
        }
        return changed;
    }

    private static Document inEach(Document command, String list, UnaryOperator<Document> change) {
        return command.get(list) instanceof Collection<?> parts
                ? with(
                        command,
                        list,
                        parts.stream().map(it -> change.apply((Document) it)).toList())
                : command;
    }

    private static Document inParts(Document command, String list, String part, UnaryOperator<Document> change) {
        return inEach(
                command,
                list,
                it -> it.get(part) instanceof Document document ? with(it, part, change.apply(document)) : it);
    }

    private static Document with(Document document, String name, Object value) {
        var changed = document.clone();
        changed.put(name, value);
        return changed;
    }

    private static Document only(Document document, String name) {
        return new Document(name, document.get(name));
    }

    private static Document emptied(Document update, String operator) {
        var kept = update.clone();
        kept.remove(operator);
        return kept.isEmpty() ? new Document("$set", new Document("nothing", 1)) : kept;
    }

    private static Document renamed(Document command, String from, String to) {
        return inParts(command, "updates", "u", update -> {
            if (!(update.get(from) instanceof Document moved)) {
                return update;
            }
            var changed = update.clone();
            changed.remove(from);
            var joined = changed.get(to) instanceof Document there ? there.clone() : new Document();
            joined.putAll(moved);
            changed.put(to, joined);
            return changed;
        });
    }

    private static Document pushedInFront(Document update) {
        if (!(update.get("$push") instanceof Document pushes)) {
            return update;
        }
        var turned = new Document();
        pushes.forEach((field, value) -> {
            var each = value instanceof Document it && it.containsKey("$each")
                    ? (Collection<?>) it.get("$each")
                    : List.of(value);
            turned.append(field, new Document("$each", each).append("$position", 0));
        });
        return with(update, "$push", turned);
    }

    private static Document incrementedTwice(Document update) {
        return update.get("$inc") instanceof Document
                ? with(
                        update,
                        "$inc",
                        deep((Document) update.get("$inc"), (_, value) -> value instanceof Long n ? n * 2 : value))
                : update;
    }

    /** A projection of some elements becomes one of the whole list. */
    private static Document shown(Document command, String operator) {
        return deep(command, (_, value) -> value instanceof Document it && it.containsKey(operator) ? 1 : value);
    }

    private static Document unfiltered(Document command) {
        return deep(
                command,
                (_, value) -> value instanceof Document it && it.get("$filter") instanceof Document filter
                        ? filter.get("input")
                        : value);
    }
}
