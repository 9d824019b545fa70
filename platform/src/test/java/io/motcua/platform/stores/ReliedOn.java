package io.motcua.platform.stores;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.descending;
import static com.mongodb.client.model.Sorts.orderBy;
import static org.bson.Document.parse;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.gridfs.GridFSBuckets;
import com.mongodb.client.gridfs.model.GridFSUploadOptions;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.bson.BsonString;
import org.bson.Document;
import org.bson.types.Binary;

/** What the code needs of a store: every one has to answer as MongoDB's manual says. */
final class ReliedOn {

    private ReliedOn() {}

    static List<Feature> features() {
        return List.of(
                new Feature(
                        "insert of one `_id` by 16 at once",
                        "causes, request keys, leases, copies",
                        "one gets in, the others a duplicate key",
                        ReliedOn::claims),
                new Feature(
                        "sparse index",
                        "the relay's and the sweepers' waiting lists",
                        "queries answer the same, documents without the field are kept",
                        ReliedOn::sparse),
                new Feature(
                        "compound index, named by a hint, page by page",
                        "lists by cursor",
                        "youngest first, none twice, none left out",
                        ReliedOn::pages),
                new Feature("index created again", "every start", "nothing changes", ReliedOn::indexAgain),
                new Feature(
                        "conditional update by version, 16 at once",
                        "every decision on an aggregate",
                        "one matches",
                        ReliedOn::conditional),
                new Feature(
                        "`$set`, `$inc`, `$min`, `$push` with `$each` in one update",
                        "every decision on an aggregate",
                        "all take effect, in order",
                        ReliedOn::together),
                new Feature(
                        "`$max`, `$unset`, `$pull`, `$set` of a path",
                        "relay, copies, codes",
                        "each as its name says",
                        ReliedOn::others),
                new Feature(
                        "counter by `$inc` under a condition, 16 at once",
                        "dossier codes",
                        "no number twice, none left out",
                        ReliedOn::counter),
                new Feature(
                        "`findAndModify` under a condition, 16 at once",
                        "leases of uploads",
                        "one gets the document as it left it, the others none",
                        ReliedOn::modified),
                new Feature(
                        "projection by `$elemMatch`, inclusion, exclusion",
                        "reading an aggregate without its history",
                        "the matching element alone; the named fields; all others",
                        ReliedOn::projections),
                new Feature(
                        "aggregation `$match`, `$sort`, `$limit`, `$project` with `$filter`",
                        "the relay",
                        "only the newer entries of the oldest document",
                        ReliedOn::filtered),
                new Feature(
                        "aggregation `$group` by two fields, counted",
                        "figures by agency and status",
                        "exact counts",
                        ReliedOn::grouped),
                new Feature(
                        "`$type`, `$in`, `$or`, `$exists: false`, `$ne` on what is missing",
                        "queries",
                        "missing is not a date, and is unequal",
                        ReliedOn::queries),
                new Feature(
                        "order of texts", "cursors, lists by code", "by code point: A B a b Ă Đ đ ạ", ReliedOn::order),
                new Feature(
                        "types",
                        "all documents",
                        "int64, int32, millisecond, bytes, text, null come back as they were",
                        ReliedOn::types),
                new Feature("ordered bulk of updates", "the relay's marks", "stops at the first error", ReliedOn::bulk),
                new Feature(
                        "update and removal of many",
                        "leases, sweeping",
                        "counts what matched, leaves the rest",
                        ReliedOn::many),
                new Feature("replacement by upsert", "stamps", "one document, the last one", ReliedOn::replaced),
                new Feature("document of 4 MiB", "aggregates up to 2 MiB", "comes back whole", ReliedOn::large),
                new Feature(
                        "GridFS: 3 MiB in pieces, found by metadata, deleted",
                        "attachments",
                        "comes back whole, leaves nothing",
                        ReliedOn::files));
    }

    private static MongoCollection<Document> things(MongoDatabase database) {
        return database.getCollection("things");
    }

    private static String winners(long winners) {
        return winners == 1 ? "one gets in, the others a duplicate key" : winners + " get in";
    }

    private static String claims(MongoDatabase database) throws Exception {
        var things = things(database);
        return winners(Races.winners(it ->
                things.insertOne(new Document("_id", "k").append("by", it)).wasAcknowledged()));
    }

    private static String sparse(MongoDatabase database) {
        var things = things(database);
        things.createIndex(ascending("unpublished"), new IndexOptions().sparse(true));
        things.insertMany(List.of(
                new Document("_id", 1).append("unpublished", new Date(5)),
                new Document("_id", 2),
                new Document("_id", 3).append("unpublished", new Date(4))));
        var waiting = ids(things.find(parse("{unpublished: {$type: 'date'}}")).sort(ascending("unpublished")));
        return waiting.equals(List.of(3, 1)) && things.countDocuments() == 3
                ? "queries answer the same, documents without the field are kept"
                : waiting + " of " + things.countDocuments();
    }

    private static String pages(MongoDatabase database) {
        var things = things(database);
        var index = things.createIndex(orderBy(ascending("agency"), descending("createdAt", "_id")));
        var random = new Random(1);
        for (int i = 0; i < 200; i++) {
            things.insertOne(new Document("_id", i)
                    .append("agency", i % 2 == 0 ? "H37" : "H07")
                    .append("createdAt", new Date(random.nextInt(20))));
        }
        var seen = new ArrayList<Document>();
        var filter = eq("agency", "H37");
        var page = new ArrayList<Document>();
        do {
            page.clear();
            things.find(filter)
                    .hintString(index)
                    .sort(descending("createdAt", "_id"))
                    .limit(7)
                    .into(page);
            seen.addAll(page);
            if (!page.isEmpty()) {
                var last = page.getLast();
                var at = last.getDate("createdAt");
                filter = and(
                        eq("agency", "H37"),
                        or(lt("createdAt", at), and(eq("createdAt", at), lt("_id", last.getInteger("_id")))));
            }
        } while (!page.isEmpty());
        for (int i = 1; i < seen.size(); i++) {
            int step =
                    seen.get(i - 1).getDate("createdAt").compareTo(seen.get(i).getDate("createdAt"));
            if (step < 0
                    || step == 0
                            && seen.get(i - 1).getInteger("_id") <= seen.get(i).getInteger("_id")) {
                return "out of order at " + i;
            }
        }
        return seen.size() == 100 ? "youngest first, none twice, none left out" : seen.size() + " of 100";
    }

    private static String indexAgain(MongoDatabase database) {
        var things = things(database);
        things.createIndex(ascending("a", "b"));
        int before = things.listIndexes().into(new ArrayList<>()).size();
        things.createIndex(ascending("a", "b"));
        int after = things.listIndexes().into(new ArrayList<>()).size();
        return before == after ? "nothing changes" : before + " indexes become " + after;
    }

    private static String conditional(MongoDatabase database) throws Exception {
        var things = things(database);
        things.insertOne(parse("{_id: 1, version: {$numberLong: '1'}, history: [{cause: 'a'}]}"));
        long matched = Races.winners(it -> things.updateOne(
                                and(eq("_id", 1), eq("version", 1L)),
                                Updates.combine(
                                        Updates.push("history", new Document("cause", "b" + it)),
                                        Updates.inc("version", 1L)))
                        .getMatchedCount()
                == 1);
        return matched == 1 ? "one matches" : matched + " match";
    }

    private static String together(MongoDatabase database) {
        var things = things(database);
        things.insertOne(parse("{_id: 1, version: {$numberLong: '1'}, history: ['a'], state: {x: 1, y: 2}}"));
        things.updateOne(
                eq("_id", 1),
                Updates.combine(
                        Updates.set("state", new Document("x", 3)),
                        Updates.inc("version", 1L),
                        Updates.min("unpublished", new Date(7)),
                        Updates.pushEach("history", List.of("b", "c"))));
        things.updateOne(eq("_id", 1), Updates.min("unpublished", new Date(9)));
        var expected = parse("{_id: 1, version: {$numberLong: '2'}, history: ['a', 'b', 'c'], state: {x: 3}}")
                .append("unpublished", new Date(7));
        return things.find().first() instanceof Document it && it.equals(expected)
                ? "all take effect, in order"
                : "otherwise";
    }

    private static String others(MongoDatabase database) {
        var things = things(database);
        things.insertOne(parse("{_id: 1, high: 5, gone: 1, offsets: {}, pending: [{d: 'x', n: 1}, {d: 'y', n: 2}]}"));
        things.updateOne(
                eq("_id", 1),
                Updates.combine(
                        Updates.max("high", 4),
                        Updates.max("offsets.0", 8L),
                        Updates.unset("gone"),
                        Updates.pull("pending", parse("{d: 'x', n: 1}"))));
        var expected = parse("{_id: 1, high: 5, offsets: {'0': {$numberLong: '8'}}, pending: [{d: 'y', n: 2}]}");
        return expected.equals(things.find().first()) ? "each as its name says" : "otherwise";
    }

    private static String counter(MongoDatabase database) throws Exception {
        var things = things(database);
        things.insertOne(new Document("_id", "series").append("next", 0L).append("pending", List.of()));
        Races.winners(writer -> {
            for (int mine = 0; mine < 10; ) {
                long next = things.find().first().getLong("next");
                var up = Updates.combine(Updates.inc("next", 1L), Updates.push("pending", next + 1));
                mine += (int) things.updateOne(and(eq("_id", "series"), eq("next", next)), up)
                        .getMatchedCount();
            }
            return true;
        });
        var numbers = things.find().first().getList("pending", Long.class);
        return numbers.size() == 10 * Races.WRITERS
                        && new TreeSet<>(numbers).size() == numbers.size()
                        && numbers.getLast() == numbers.size()
                ? "no number twice, none left out"
                : numbers.toString();
    }

    private static String modified(MongoDatabase database) throws Exception {
        var things = things(database);
        things.insertOne(parse("{_id: 1, heldUntil: 0, fence: 0}"));
        var changed = Updates.combine(Updates.set("heldUntil", 9), Updates.inc("fence", 1));
        var after = new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER);
        long winners = Races.winners(_ -> {
            var mine = things.findOneAndUpdate(and(eq("_id", 1), lte("heldUntil", 5)), changed, after);
            return parse("{_id: 1, heldUntil: 9, fence: 1}").equals(mine);
        });
        return winners == 1 ? "one gets the document as it left it, the others none" : winners + " got it";
    }

    private static String projections(MongoDatabase database) {
        var things = things(database);
        things.insertOne(parse("{_id: 1, a: 1, b: 2, history: [{c: 'x', n: 1}, {c: 'y', n: 2}, {c: 'y', n: 3}]}"));
        var matching = things.find()
                .projection(parse("{history: {$elemMatch: {c: 'y'}}, a: 1}"))
                .first();
        var none = things.find()
                .projection(parse("{history: {$elemMatch: {c: 'z'}}, a: 1}"))
                .first();
        var others = things.find().projection(parse("{history: 0}")).first();
        return parse("{_id: 1, a: 1, history: [{c: 'y', n: 2}]}").equals(matching)
                        && parse("{_id: 1, a: 1}").equals(none)
                        && parse("{_id: 1, a: 1, b: 2}").equals(others)
                ? "the matching element alone; the named fields; all others"
                : matching + "; " + none + "; " + others;
    }

    private static String filtered(MongoDatabase database) {
        var things = things(database);
        things.insertMany(List.of(
                parse("{_id: 1, at: 9, done: 0, history: [{seq: 1}]}"),
                parse("{_id: 2, at: 5, done: 1, history: [{seq: 1}, {seq: 2}, {seq: 3}]}"),
                parse("{_id: 3, history: [{seq: 1}]}")));
        var found = things.aggregate(List.of(
                        parse("{$match: {at: {$exists: true}, _id: {$in: [1, 2, 3]}}}"),
                        parse("{$sort: {at: 1, _id: 1}}"),
                        parse("{$limit: 1}"),
                        parse("{$project: {at: 1, history: {$filter: {input: '$history', as: 'entry',"
                                + " cond: {$gt: ['$$entry.seq', '$done']}}}}}")))
                .into(new ArrayList<>());
        return found.equals(List.of(parse("{_id: 2, at: 5, history: [{seq: 2}, {seq: 3}]}")))
                ? "only the newer entries of the oldest document"
                : found.toString();
    }

    private static String grouped(MongoDatabase database) {
        var things = things(database);
        for (int i = 0; i < 60; i++) {
            things.insertOne(new Document("agency", "H" + i % 2).append("state", new Document("status", "S" + i % 3)));
        }
        var counts = things.aggregate(List.of(
                        parse("{$group: {_id: {agency: '$agency', status: '$state.status'}, count: {$sum: 1}}}")))
                .into(new ArrayList<>());
        return counts.size() == 6
                        && counts.stream()
                                .allMatch(it -> it.get("count", Number.class).longValue() == 10
                                        && it.get("_id", Document.class)
                                                .keySet()
                                                .equals(new TreeSet<>(List.of("agency", "status"))))
                ? "exact counts"
                : counts.toString();
    }

    private static String queries(MongoDatabase database) {
        var things = things(database);
        things.insertMany(List.of(
                new Document("_id", 1).append("at", new Date(1)),
                new Document("_id", 2).append("at", null),
                new Document("_id", 3),
                new Document("_id", 4).append("at", new Date(4))));
        var asked = List.of(
                ids(things.find(parse("{at: {$type: 'date'}}")).sort(ascending("_id"))),
                ids(things.find(exists("at", false))),
                ids(things.find(ne("at", new Date(1))).sort(ascending("_id"))),
                ids(things.find(eq("at", null)).sort(ascending("_id"))),
                ids(things.find(and(in("_id", 1, 4), gt("at", new Date(1))))),
                ids(things.find(lte("at", new Date(4))).sort(ascending("_id"))));
        return asked.equals(
                        List.of(List.of(1, 4), List.of(3), List.of(2, 3, 4), List.of(2, 3), List.of(4), List.of(1, 4)))
                ? "missing is not a date, and is unequal"
                : asked.toString();
    }

    private static String order(MongoDatabase database) {
        var things = things(database);
        for (var it : List.of("đ", "b", "Ă", "B", "ạ", "a", "Đ", "A")) {
            things.insertOne(new Document("_id", it));
        }
        return "by code point: "
                + String.join(
                        " ",
                        things.find()
                                .sort(ascending("_id"))
                                .map(it -> it.getString("_id"))
                                .into(new ArrayList<>()));
    }

    private static String types(MongoDatabase database) {
        var things = things(database);
        var written = new Document("_id", "x")
                .append("long", 3L)
                .append("int", 3)
                .append("at", new Date(1_800_000_000_123L))
                .append("bytes", new Binary(new byte[] {0, -1, 7}))
                .append("text", "Lạng Sơn \u0000 𝟛")
                .append("nothing", null);
        things.insertOne(written);
        return written.equals(things.find().first())
                ? "int64, int32, millisecond, bytes, text, null come back as they were"
                : "otherwise";
    }

    private static String bulk(MongoDatabase database) {
        var things = things(database);
        things.insertMany(List.of(new Document("_id", 1).append("n", 1), new Document("_id", 2).append("n", 1)));
        try {
            things.bulkWrite(List.of(
                    new UpdateOneModel<>(eq("_id", 1), Updates.max("n", 5)),
                    new InsertOneModel<>(new Document("_id", 2)),
                    new UpdateOneModel<>(eq("_id", 2), Updates.max("n", 5))));
        } catch (MongoBulkWriteException e) {
            return e.getWriteErrors().getFirst().getIndex() == 1
                            && things.find(eq("_id", 1)).first().getInteger("n") == 5
                            && things.find(eq("_id", 2)).first().getInteger("n") == 1
                    ? "stops at the first error"
                    : "goes on after an error";
        }
        return "finds no error";
    }

    private static String many(MongoDatabase database) {
        var things = things(database);
        for (int i = 0; i < 10; i++) {
            things.insertOne(new Document("_id", i).append("owner", i < 4 ? "me" : "you"));
        }
        long matched = things.updateMany(eq("owner", "me"), Updates.set("until", new Date(0)))
                .getMatchedCount();
        long removed = things.deleteMany(lt("until", new Date(1))).getDeletedCount();
        return matched == 4 && removed == 4 && things.countDocuments(eq("owner", "you")) == 6
                ? "counts what matched, leaves the rest"
                : matched + " matched, " + removed + " removed";
    }

    private static String replaced(MongoDatabase database) {
        var things = things(database);
        for (int i = 0; i < 3; i++) {
            things.replaceOne(eq("_id", "H37"), new Document("stamp", i), new ReplaceOptions().upsert(true));
        }
        return things.countDocuments() == 1 && things.find().first().getInteger("stamp") == 2
                ? "one document, the last one"
                : "otherwise";
    }

    private static String large(MongoDatabase database) {
        var things = things(database);
        var bytes = new byte[4 << 20];
        new Random(1).nextBytes(bytes);
        things.insertOne(new Document("_id", 1).append("bytes", new Binary(bytes)));
        return new Binary(bytes).equals(things.find().first().get("bytes"))
                ? "comes back whole"
                : "comes back otherwise";
    }

    private static String files(MongoDatabase database) throws Exception {
        var bucket = GridFSBuckets.create(database, "contents");
        var bytes = new byte[3 << 20];
        new Random(2).nextBytes(bytes);
        var about = new GridFSUploadOptions().metadata(new Document("agency", "H37"));
        bucket.uploadFromStream(new BsonString("id"), "id", new ByteArrayInputStream(bytes), about);
        var found =
                bucket.find(and(eq("_id", "id"), eq("metadata.agency", "H37"))).first();
        byte[] read;
        try (var stream = bucket.openDownloadStream(found.getId())) {
            read = stream.readAllBytes();
        }
        bucket.delete(found.getId());
        long left = database.getCollection("contents.chunks").countDocuments()
                + database.getCollection("contents.files").countDocuments();
        return Arrays.equals(bytes, read) && left == 0
                ? "comes back whole, leaves nothing"
                : read.length + " bytes, " + left + " left";
    }

    private static List<Object> ids(Iterable<Document> documents) {
        var ids = new ArrayList<Object>();
        documents.forEach(it -> ids.add(it.get("_id")));
        return ids;
    }
}
