package io.motcua.platform.testing.plans;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.BsonDocument;
import org.bson.BsonValue;

/** What the services of this JVM have asked their stores, one example of each form. */
public final class AskedQueries implements CommandListener {

    private static final ConcurrentHashMap<String, Asked> FORMS = new ConcurrentHashMap<>();

    /** One query, or the condition of a write. */
    record Asked(String database, String collection, String command, BsonDocument filter, BsonDocument find) {

        String form() {
            return collection + " " + command + " " + form(filter) + " " + find.get("sort") + " " + find.get("hint");
        }

        /** The filter with the types of its values in their place. */
        static String form(BsonValue value) {
            if (value.isDocument()) {
                var text = new StringBuilder("{");
                value.asDocument()
                        .forEach((name, it) ->
                                text.append(name).append(": ").append(form(it)).append(", "));
                return text.append('}').toString();
            }
            if (value.isArray() && value.asArray().stream().allMatch(BsonValue::isDocument)) {
                return value.asArray().stream().map(Asked::form).toList().toString();
            }
            return value.getBsonType().name();
        }
    }

    static Collection<Asked> of(String database) {
        return FORMS.values().stream()
                .filter(it -> it.database().equals(database))
                .toList();
    }

    @Override
    public void commandStarted(CommandStartedEvent event) {
        var command = event.getCommand();
        switch (event.getCommandName()) {
            case "find" -> note(event, "filter", command);
            case "count", "findAndModify" -> note(event, "query", command);
            case "update" -> each(command, "updates").forEach(it -> note(event, "q", it));
            case "delete" -> each(command, "deletes").forEach(it -> note(event, "q", it));
            case "aggregate" -> noteMatch(event);
            default -> {}
        }
    }

    private static List<BsonDocument> each(BsonDocument command, String name) {
        return command.getArray(name).stream().map(BsonValue::asDocument).toList();
    }

    private static void noteMatch(CommandStartedEvent event) {
        var first = event.getCommand().getArray("pipeline").stream()
                .findFirst()
                .map(BsonValue::asDocument)
                .orElseGet(BsonDocument::new);
        note(event, "$match", first);
    }

    /** What the driver hands out is gone afterwards: what is kept is read from its text. */
    private static void note(CommandStartedEvent event, String where, BsonDocument from) {
        var target = event.getCommand().get(event.getCommandName());
        if (target == null || !target.isString()) {
            return;
        }
        var find = new BsonDocument();
        for (var it : List.of("sort", "hint")) {
            if (from.containsKey(it)) {
                find.put(it, copy(new BsonDocument(it, from.get(it))).get(it));
            }
        }
        var filter = from.containsKey(where) ? copy(from.getDocument(where)) : new BsonDocument();
        var asked =
                new Asked(event.getDatabaseName(), target.asString().getValue(), event.getCommandName(), filter, find);
        FORMS.putIfAbsent(asked.database() + " " + asked.form(), asked);
    }

    private static BsonDocument copy(BsonDocument document) {
        return BsonDocument.parse(document.toJson());
    }
}
