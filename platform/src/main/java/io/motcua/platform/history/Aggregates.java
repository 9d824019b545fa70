package io.motcua.platform.history;

import static org.springframework.data.mongodb.core.aggregation.Aggregation.group;
import static org.springframework.data.mongodb.core.aggregation.Aggregation.match;
import static org.springframework.data.mongodb.core.aggregation.Aggregation.newAggregation;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.motcua.platform.problems.PlatformProblem;
import io.motcua.platform.problems.Problem;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.BulkOperations;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/**
 * One collection of aggregates, each one document: state, versions and history. Every decision is one conditional
 * update that carries the effect, the memory of its cause and what is to be published; so it needs no transaction, and
 * nothing takes effect twice.
 *
 * <p>Reads name the agency, so that no code can forget to keep agencies apart.
 */
public final class Aggregates<S> {

    /** A decision that loses this many races in a row meets a fault, not a rush. */
    private static final int ATTEMPTS = 50;

    private final MongoTemplate mongo;
    private final Outbox outbox;
    private final Documents<S> documents;
    private final String collection;
    private final Protection protection;

    Aggregates(
            MongoTemplate mongo,
            Outbox outbox,
            Class<S> state,
            Clock clock,
            Supplier<@Nullable String> traceparent,
            List<String> marks,
            Protection protection) {
        this.mongo = mongo;
        this.outbox = outbox;
        this.collection = outbox.collection();
        this.documents = new Documents<>(mongo.getConverter(), state, clock, traceparent, marks, protection);
        this.protection = protection;
        if (protection.key() != null) {
            index(new Index(Documents.SEALED_WITH, Sort.Direction.ASC).sparse());
        }
        marks.forEach(it -> index(new Index(it, Sort.Direction.ASC).sparse()));
        index(new Index("unpublished", Sort.Direction.ASC).sparse());
        index(new Index("agency", Sort.Direction.ASC).on("_id", Sort.Direction.ASC));
    }

    /**
     * Creates an aggregate, or finds it created before.
     *
     * @param id derived from the cause, so that the same cause creates the same thing
     */
    public Decided<S> create(String id, String agency, Cause cause, Actor actor, Decision<S> first) {
        var document = documents.first(id, agency, cause, actor, first);
        try {
            mongo.getCollection(collection).insertOne(document);
        } catch (com.mongodb.DuplicateKeyException | com.mongodb.MongoWriteException e) {
            if (mongo.getExceptionTranslator().translateExceptionIfPossible(e) instanceof DuplicateKeyException) {
                return new Decided<>(
                        find(agency, id).orElseThrow(() -> new Problem(PlatformProblem.NOT_FOUND, id)), false);
            }
            throw e;
        }
        if (!first.facts().isEmpty()) {
            outbox.written();
        }
        return new Decided<>(documents.snapshot(document), true);
    }

    /**
     * Lets a rule decide on an aggregate and writes what it decided.
     *
     * @param expectedRevision what the caller last read, if the decision rests on it
     * @throws Problem if there is no such aggregate (404) or it has moved on from the expected revision (412); the rule
     *     may throw its own
     */
    public Decided<S> decide(
            String agency,
            String id,
            Cause cause,
            Actor actor,
            @Nullable Long expectedRevision,
            Function<Snapshot<S>, Decision<S>> rule) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            var found = read(agency, id, cause);
            var snapshot = documents.snapshot(found);
            if (Documents.caused(found)) {
                return new Decided<>(snapshot, false);
            }
            if (expectedRevision != null && expectedRevision != snapshot.revision()) {
                throw new Problem(PlatformProblem.STALE, expectedRevision, snapshot.revision());
            }
            var decision = rule.apply(snapshot);
            if (!decision.written()) {
                return new Decided<>(snapshot, true);
            }
            var change = documents.next(found, snapshot, cause, actor, decision);
            if (write(snapshot, change.update())) {
                if (!decision.facts().isEmpty()) {
                    outbox.written();
                }
                return new Decided<>(change.snapshot(), true);
            }
        }
        throw new IllegalStateException("Lost " + ATTEMPTS + " races for " + collection + "/" + id);
    }

    /**
     * Lets a rule decide and destroys what the history has said until then, with the salts: hashes and digests stay, so that the
     * chain can still be followed, and tell nothing any more. What others have yet to hear of must go out first.
     *
     * @return not applied if there is something unpublished, or the rule leaves the aggregate as it is
     */
    public Decided<S> erase(
            String agency, String id, Cause cause, Actor actor, Function<Snapshot<S>, Decision<S>> rule) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            var found = mongo.findOne(query(where("_id").is(id).and("agency").is(agency)), Document.class, collection);
            if (found == null) {
                throw new Problem(PlatformProblem.NOT_FOUND, id);
            }
            var snapshot = documents.snapshot(found);
            var decision = rule.apply(snapshot);
            if (!decision.written() || found.containsKey("unpublished")) {
                return new Decided<>(snapshot, false);
            }
            var change = documents.erased(found, snapshot, cause, actor, decision);
            if (write(snapshot, change.update())) {
                outbox.written();
                return new Decided<>(change.snapshot(), true);
            }
        }
        throw new IllegalStateException("Lost " + ATTEMPTS + " races for " + collection + "/" + id);
    }

    public Optional<Snapshot<S>> find(String agency, String id) {
        return find(agency, where("_id").is(id), Sort.by("_id"), 1).stream().findFirst();
    }

    /** Finds by criteria on {@code state.…}; the sort should be total. */
    public List<Snapshot<S>> find(String agency, Criteria criteria, Sort sort, int limit) {
        return findAll(new Query(new Criteria().andOperator(where("agency").is(agency), criteria)), sort, limit);
    }

    /**
     * The same by an index that the caller knows to be the right one: a store that guesses reads an agency by whichever of its
     * indexes begins alike.
     *
     * @param index its name, as {@link #index} gave it
     */
    public List<Snapshot<S>> find(String agency, Criteria criteria, Sort sort, int limit, String index) {
        var query = new Query(new Criteria().andOperator(where("agency").is(agency), criteria));
        return findAll(query.withHint(index), sort, limit);
    }

    /** For answers to one person from all agencies, and for sweepers. */
    public List<Snapshot<S>> findAcrossAgencies(Criteria criteria, Sort sort, int limit) {
        return findAll(new Query(criteria), sort, limit);
    }

    public long count(String agency, Criteria criteria) {
        return mongo.count(
                new Query(new Criteria().andOperator(where("agency").is(agency), criteria)),
                Document.class,
                collection);
    }

    public long countAcrossAgencies(Criteria criteria) {
        return mongo.count(new Query(criteria), Document.class, collection);
    }

    /** The entries that the audiences may read, in order; none if there is no such aggregate. */
    public List<Entry> history(String agency, String id, Set<Audience> audiences) {
        var found = mongo.findOne(query(where("_id").is(id).and("agency").is(agency)), Document.class, collection);
        if (found == null) {
            return List.of();
        }
        return documents.entries(found).stream()
                .filter(it -> audiences.contains(it.audience()))
                .toList();
    }

    /** The present version of each that there is, whose agency's ever: for those who wait for a change. */
    public Map<String, Long> versions(Set<String> ids) {
        var query = query(where("_id").in(ids));
        query.fields().include("version");
        return mongo.find(query, Document.class, collection).stream()
                .collect(Collectors.toMap(it -> it.getString("_id"), it -> it.getLong("version")));
    }

    /** How many have something in them that an old key has sealed. */
    public long sealedWithOldKeys() {
        return protection.oldKeys().isEmpty() ? 0 : mongo.count(new Query(old()), Document.class, collection);
    }

    /** Seals some of what was written before anything was sealed. @return how many were found */
    public int sealUnsealed(int limit) {
        return reseal(where(Documents.SEALED_WITH).exists(false), limit);
    }

    /**
     * Seals some of these anew. Whoever decides meanwhile wins, and the document's turn comes again.
     *
     * @return how many were found
     */
    public int reseal(int limit) {
        return protection.oldKeys().isEmpty() ? 0 : reseal(old(), limit);
    }

    private int reseal(Criteria which, int limit) {
        var found = mongo.find(new Query(which).limit(limit), Document.class, collection);
        for (var it : found) {
            var unchanged = where("_id").is(it.getString("_id")).and("version").is(it.getLong("version"));
            mongo.updateFirst(query(unchanged), documents.resealed(it), collection);
        }
        return found.size();
    }

    private Criteria old() {
        return where(Documents.SEALED_WITH).in(protection.oldKeys());
    }

    /** How many wait under the mark, by agency. */
    public Map<String, Long> waiting(String mark) {
        var byAgency = newAggregation(
                match(where(mark).exists(true)), group("agency").count().as("count"));
        return mongo.aggregate(byAgency, collection, Document.class).getMappedResults().stream()
                .collect(Collectors.toMap(
                        it -> it.getString("_id"),
                        it -> it.get("count", Number.class).longValue()));
    }

    /**
     * Something that waits under a mark.
     *
     * @param since the mark; it and the snapshot together say what was read
     */
    public record Waiting<S>(Snapshot<S> snapshot, Instant since) {}

    /** Some of those that wait under the mark, the longest first. */
    public List<Waiting<S>> waiting(String mark, String agency, int limit) {
        var query = query(where("agency").is(agency).and(mark).exists(true))
                .with(Sort.by(mark, "_id"))
                .limit(limit);
        query.fields().exclude("history");
        return mongo.find(query, Document.class, collection).stream()
                .map(it ->
                        new Waiting<>(documents.snapshot(it), it.getDate(mark).toInstant()))
                .toList();
    }

    /** Since when the one waits that has waited longest. */
    public Optional<Instant> waitingSince(String mark, String agency) {
        var query = query(where("agency").is(agency).and(mark).exists(true))
                .with(Sort.by(mark))
                .limit(1);
        query.fields().include(mark);
        return mongo.find(query, Document.class, collection).stream()
                .findFirst()
                .map(it -> it.getDate(mark).toInstant());
    }

    /** They are read as far as that; what has got further since, or was told to wait again, goes on waiting. */
    public void read(String mark, Collection<Waiting<S>> read) {
        if (read.isEmpty()) {
            return;
        }
        var bulk = mongo.bulkOps(BulkOperations.BulkMode.ORDERED, collection);
        read.forEach(it -> bulk.updateOne(
                query(where("_id")
                        .is(it.snapshot().id())
                        .and("seq")
                        .is(it.snapshot().seq())
                        .and(mark)
                        .is(Date.from(it.since()))),
                new Update().unset(mark)));
        bulk.execute();
    }

    /** All of an agency's wait under the mark, as if none had ever been read; before all that were marked later than that. */
    public void waitAgain(String mark, String agency, Instant since) {
        mongo.updateMulti(query(where("agency").is(agency)), new Update().min(mark, Date.from(since)), collection);
    }

    /** @return its name */
    public String index(Index index) {
        return mongo.indexOps(collection).createIndex(index);
    }

    private List<Snapshot<S>> findAll(Query query, Sort sort, int limit) {
        query.fields().exclude("history");
        return mongo.find(query.with(sort).limit(limit), Document.class, collection).stream()
                .map(documents::snapshot)
                .toList();
    }

    /** Of the history, only what must be known to go on: the last hash stands beside it, the cause is looked for in it. */
    private Document read(String agency, String id, Cause cause) {
        var query = query(where("_id").is(id).and("agency").is(agency));
        query.fields().elemMatch("history", where("cause").is(cause.value()));
        query.fields()
                .include(
                        "agency",
                        "version",
                        "revision",
                        "seq",
                        "state",
                        "lastHash",
                        "bytes",
                        "createdAt",
                        "updatedAt",
                        Documents.SEALED_WITH);
        var found = mongo.findOne(query, Document.class, collection);
        if (found == null) {
            throw new Problem(PlatformProblem.NOT_FOUND, id);
        }
        return found;
    }

    /** Every decision counts the version up, so a cause that came in between moves it, too. */
    private boolean write(Snapshot<S> read, Update update) {
        var unchanged = where("_id").is(read.id()).and("version").is(read.version());
        return mongo.updateFirst(query(unchanged), update, collection).getMatchedCount() == 1;
    }
}
