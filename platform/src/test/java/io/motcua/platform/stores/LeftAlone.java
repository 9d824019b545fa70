package io.motcua.platform.stores;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Indexes.ascending;
import static org.bson.Document.parse;

import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Collation;
import com.mongodb.client.model.CollationStrength;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.PushOptions;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bson.BsonMaximumSizeExceededException;
import org.bson.Document;

/** What the code must not care about: here the stores differ. */
final class LeftAlone {

    private final MongoClient client;

    LeftAlone(MongoClient client) {
        this.client = client;
    }

    List<Feature> features() {
        return List.of(
                new Feature("partial unique index", "", "binds what its filter selects", LeftAlone::partial),
                new Feature("unique index, one after the other", "", "refuses the second", LeftAlone::unique),
                new Feature("unique index, field missing twice", "", "refuses the second", LeftAlone::missingTwice),
                new Feature("TTL index", "", "kept, removes within a minute or so", LeftAlone::ttl),
                new Feature("collation without case", "", "`h37` finds `H37`", LeftAlone::collation),
                new Feature("text index", "", "finds the word", LeftAlone::text),
                new Feature("`$push` with `$slice`", "", "keeps the last ones", LeftAlone::slice),
                new Feature("transaction, aborted", "", "undone", this::transaction),
                new Feature("change stream", "", "opens", LeftAlone::changes),
                new Feature("query on an indexed field among 500", "", "by index", LeftAlone::index),
                new Feature("document of 17 MiB", "", "refuses", LeftAlone::tooLarge));
    }

    private static MongoCollection<Document> things(MongoDatabase database) {
        return database.getCollection("things");
    }

    private static String partial(MongoDatabase database) {
        var things = things(database);
        things.createIndex(
                ascending("code"), new IndexOptions().unique(true).partialFilterExpression(exists("issued")));
        things.insertMany(List.of(parse("{_id: 1, code: 'x'}"), parse("{_id: 2, code: 'y', issued: 1}")));
        return !inserts(things, parse("{_id: 3, code: 'x'}"))
                ? "binds what its filter leaves out, too"
                : inserts(things, parse("{_id: 4, code: 'y', issued: 1}"))
                        ? "binds nothing"
                        : "binds what its filter selects";
    }

    private static String unique(MongoDatabase database) {
        var things = things(database);
        things.createIndex(ascending("code"), new IndexOptions().unique(true));
        things.insertOne(new Document("_id", 1).append("code", "x"));
        return inserts(things, new Document("_id", 2).append("code", "x"))
                ? "accepts the second"
                : "refuses the second";
    }

    private static String missingTwice(MongoDatabase database) {
        var things = things(database);
        things.createIndex(ascending("code"), new IndexOptions().unique(true));
        things.insertOne(new Document("_id", 1));
        return inserts(things, new Document("_id", 2)) ? "accepts the second" : "refuses the second";
    }

    private static boolean inserts(MongoCollection<Document> things, Document it) {
        try {
            things.insertOne(it);
            return true;
        } catch (MongoWriteException e) {
            return false;
        }
    }

    private static String ttl(MongoDatabase database) {
        var things = things(database);
        things.createIndex(ascending("expires"), new IndexOptions().expireAfter(1L, TimeUnit.SECONDS));
        return things.listIndexes().into(new ArrayList<>()).stream()
                        .anyMatch(it -> it.containsKey("expireAfterSeconds"))
                ? "kept, removes within a minute or so"
                : "becomes an index like others";
    }

    private static String collation(MongoDatabase database) {
        things(database).insertOne(new Document("code", "H37"));
        var caseless = Collation.builder()
                .locale("vi")
                .collationStrength(CollationStrength.PRIMARY)
                .build();
        return things(database).find(eq("code", "h37")).collation(caseless).first() != null
                ? "`h37` finds `H37`"
                : "ignored";
    }

    private static String text(MongoDatabase database) {
        var things = things(database);
        things.createIndex(Indexes.text("name"));
        things.insertOne(new Document("name", "marriage registration"));
        return things.countDocuments(parse("{$text: {$search: 'marriage'}}")) == 1
                ? "finds the word"
                : "does not find it";
    }

    private static String slice(MongoDatabase database) {
        var things = things(database);
        things.insertOne(parse("{_id: 1, last: [1, 2, 3]}"));
        things.updateOne(eq("_id", 1), Updates.pushEach("last", List.of(4), new PushOptions().slice(-2)));
        var last = things.find().first().getList("last", Integer.class);
        return last.equals(List.of(3, 4)) ? "keeps the last ones" : "keeps " + last;
    }

    private String transaction(MongoDatabase database) {
        things(database).insertOne(new Document("_id", 1));
        try (var session = client.startSession()) {
            session.startTransaction();
            things(database).insertOne(session, new Document("_id", 2));
            session.abortTransaction();
            return things(database).countDocuments() == 1 ? "undone" : "not undone";
        } catch (MongoException | IllegalStateException e) {
            return "refuses";
        }
    }

    private static String changes(MongoDatabase database) {
        try (var stream = things(database).watch().cursor()) {
            return stream.getServerCursor() == null ? "does not open" : "opens";
        }
    }

    private static String index(MongoDatabase database) {
        var things = things(database);
        things.createIndex(ascending("person"));
        var many = new ArrayList<Document>();
        for (int i = 0; i < 500; i++) {
            many.add(new Document("_id", i).append("person", "p" + i));
        }
        things.insertMany(many);
        var plan = things.find(eq("person", "p7")).explain().toJson();
        return plan.contains("IXSCAN") || plan.contains("Index Scan") ? "by index" : "scans";
    }

    private static String tooLarge(MongoDatabase database) {
        try {
            things(database).insertOne(new Document("bytes", new byte[17 << 20]));
            return "accepts";
        } catch (MongoException | BsonMaximumSizeExceededException e) {
            return "refuses";
        }
    }
}
