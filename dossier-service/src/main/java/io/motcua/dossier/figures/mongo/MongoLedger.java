package io.motcua.dossier.figures.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.motcua.dossier.figures.Cell;
import io.motcua.dossier.figures.Entry;
import io.motcua.dossier.figures.Journal;
import io.motcua.dossier.figures.Ledger;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.BulkOperations;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

@Repository
class MongoLedger implements Ledger {

    static final String JOURNALS = "figureJournals";

    private static final Logger log = LoggerFactory.getLogger(MongoLedger.class);

    private final MongoTemplate mongo;
    private final Writing writing = new Writing();

    MongoLedger(MongoTemplate mongo) {
        this.mongo = mongo;
        mongo.indexOps(Writing.COUNTERS)
                .createIndex(new Index("agency", Sort.Direction.ASC)
                        .on("generation", Sort.Direction.ASC)
                        .on("scope", Sort.Direction.ASC)
                        .on("bucket", Sort.Direction.ASC)
                        .on("unit", Sort.Direction.ASC));
        mongo.indexOps(Writing.ENTRIES)
                .createIndex(new Index("agency", Sort.Direction.ASC).on("generation", Sort.Direction.ASC));
    }

    @Override
    public Optional<Journal> journal(String agency) {
        return Optional.ofNullable(mongo.findById(agency, Document.class, JOURNALS))
                .map(writing::journal);
    }

    @Override
    public List<Journal> journals() {
        return mongo.findAll(Document.class, JOURNALS).stream()
                .map(writing::journal)
                .toList();
    }

    @Override
    public void begin(Journal first) {
        insert(List.of(writing.document(first)), JOURNALS);
    }

    @Override
    public boolean replace(Journal read, Journal next) {
        var asRead = where("_id")
                .is(read.agency())
                .and("number")
                .is(read.number())
                .and("taken")
                .is(read.taken())
                .and("generation")
                .is(read.generation())
                .and("serving")
                .is(read.serving())
                .and("begun")
                .is(read.begun());
        var update = new Update();
        writing.document(next).forEach((name, value) -> {
            if (!name.equals("_id")) {
                update.set(name, value);
            }
        });
        return mongo.updateFirst(query(asRead), update, JOURNALS).getMatchedCount() == 1;
    }

    @Override
    public Map<String, Entry> entries(String agency, int generation, Collection<String> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        var keys = ids.stream().map(it -> Writing.id(agency, generation, it)).toList();
        return mongo.find(query(where("_id").in(keys)), Document.class, Writing.ENTRIES).stream()
                .filter(it -> it.containsKey("entry"))
                .map(it -> writing.entry(it.get("entry", Document.class)))
                .collect(Collectors.toMap(Entry::id, it -> it));
    }

    @Override
    public void takeIn(Journal turn) {
        post(Posting.of(turn), turn.number());
    }

    /** Each posting takes effect once, however often, in whatever order and by whomever it is made. */
    void post(List<Posting> postings, long number) {
        for (var collection : List.of(Writing.ENTRIES, Writing.COUNTERS)) {
            var some = postings.stream()
                    .filter(it -> it.collection().equals(collection))
                    .toList();
            if (!some.isEmpty()) {
                makeSure(some, collection);
                var bulk = mongo.bulkOps(BulkOperations.BulkMode.ORDERED, collection);
                some.forEach(it -> bulk.updateOne(
                        query(where("_id").is(it.id()).and("number").lt(number)),
                        it.update().set("number", number)));
                bulk.execute();
            }
        }
    }

    @Override
    public List<Counted> counters(
            String agency, int generation, Cell.Scope scope, @Nullable String unit, Collection<String> buckets) {
        var wanted = where("agency")
                .is(agency)
                .and("generation")
                .is(generation)
                .and("scope")
                .is(scope.name())
                .and("bucket")
                .in(buckets);
        if (unit != null) {
            wanted = wanted.and("unit").is(unit);
        }
        return mongo.find(query(wanted), Document.class, Writing.COUNTERS).stream()
                .map(Writing::counted)
                .toList();
    }

    @Override
    public void forgetBefore(String agency, int generation) {
        var old = query(where("agency").is(agency).and("generation").lt(generation));
        mongo.remove(old, Writing.COUNTERS);
        mongo.remove(old, Writing.ENTRIES);
    }

    private void makeSure(List<Posting> postings, String collection) {
        var query = query(where("_id").in(postings.stream().map(Posting::id).toList()));
        query.fields().include("_id");
        var there = new HashSet<String>();
        mongo.find(query, Document.class, collection).forEach(it -> there.add(it.getString("_id")));
        var missing = postings.stream()
                .filter(it -> !there.contains(it.id()))
                .map(Posting::empty)
                .toList();
        insert(missing, collection);
    }

    private void insert(List<Document> documents, String collection) {
        if (documents.isEmpty()) {
            return;
        }
        try {
            mongo.insert(documents, collection);
        } catch (DuplicateKeyException e) {
            log.debug("Another instance takes the same turn", e);
            documents.forEach(it -> insertUnlessThere(it, collection));
        }
    }

    private void insertUnlessThere(Document document, String collection) {
        try {
            mongo.insert(document, collection);
        } catch (DuplicateKeyException e) {
            log.debug("{} is there already", document.get("_id"));
        }
    }
}
