package io.motcua.dossier.uploads.mongo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.springframework.data.mongodb.core.FindAndModifyOptions.options;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.motcua.dossier.personal.DataKeys;
import io.motcua.dossier.uploads.Unfinished;
import io.motcua.dossier.uploads.UnfinishedUploads;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/** One document per upload; its bytes are where all contents are. */
@Repository
class MongoUnfinishedUploads implements UnfinishedUploads {

    private static final String COLLECTION = "uploads";
    private static final String HELD_UNTIL = "heldUntil";
    private static final String EXPIRES_AT = "expiresAt";

    private final MongoTemplate mongo;
    private final DataKeys keys;

    MongoUnfinishedUploads(MongoTemplate mongo, DataKeys keys) {
        this.mongo = mongo;
        this.keys = keys;
        mongo.indexOps(COLLECTION).createIndex(new Index("dossier", Sort.Direction.ASC));
        mongo.indexOps(COLLECTION).createIndex(new Index(EXPIRES_AT, Sort.Direction.ASC));
    }

    @Override
    public void begin(Unfinished upload) {
        mongo.insert(
                new Document("_id", upload.id())
                        .append("agency", upload.agency())
                        .append("dossier", upload.dossier())
                        .append("component", upload.component())
                        .append("name", sealed(upload.id(), "name", upload.name()))
                        .append("contentType", upload.contentType())
                        .append("metadata", sealed(upload.id(), "metadata", upload.metadata()))
                        .append("length", upload.length())
                        .append("offset", 0L)
                        .append("pieces", List.of())
                        .append("fence", 0L)
                        .append(HELD_UNTIL, new Date(0))
                        .append(EXPIRES_AT, Date.from(upload.expiresAt())),
                COLLECTION);
    }

    @Override
    public Optional<Unfinished> find(String agency, String dossier, String id) {
        var found = mongo.findOne(
                query(where("_id")
                        .is(id)
                        .and("agency")
                        .is(agency)
                        .and("dossier")
                        .is(dossier)),
                Document.class,
                COLLECTION);
        return Optional.ofNullable(found).map(this::upload);
    }

    @Override
    public long count(String agency, String dossier) {
        return mongo.count(
                query(where("dossier")
                        .is(dossier)
                        .and("agency")
                        .is(agency)
                        .and("attachment")
                        .is(null)),
                COLLECTION);
    }

    @Override
    public Optional<Unfinished> hold(String id, Instant now, Instant until) {
        return changed(
                query(where("_id").is(id).and(HELD_UNTIL).lte(Date.from(now))),
                new Update().set(HELD_UNTIL, Date.from(until)).inc("fence", 1L));
    }

    @Override
    public Optional<Unfinished> append(Unfinished held, Unfinished.Piece piece, Instant until) {
        return changed(
                heldBy(held),
                new Update()
                        .push("pieces", new Document("content", piece.content()).append("size", piece.size()))
                        .inc("offset", (long) piece.size())
                        .set(HELD_UNTIL, Date.from(until)));
    }

    @Override
    public void release(Unfinished held) {
        mongo.updateFirst(
                query(where("_id").is(held.id()).and("fence").is(held.fence())),
                Update.update(HELD_UNTIL, new Date(0)),
                COLLECTION);
    }

    @Override
    public void finish(Unfinished held, String attachment) {
        mongo.updateFirst(
                query(where("_id").is(held.id())),
                new Update().set("attachment", attachment).set("pieces", List.of()),
                COLLECTION);
    }

    @Override
    public void remove(String id) {
        mongo.remove(query(where("_id").is(id)), COLLECTION);
    }

    @Override
    public List<Unfinished> expired(Instant now, int limit) {
        var page = query(where(EXPIRES_AT).lte(Date.from(now)))
                .with(Sort.by(EXPIRES_AT))
                .limit(limit);
        return mongo.find(page, Document.class, COLLECTION).stream()
                .map(this::upload)
                .toList();
    }

    private static Query heldBy(Unfinished held) {
        return query(where("_id")
                .is(held.id())
                .and("fence")
                .is(held.fence())
                .and("offset")
                .is(held.offset()));
    }

    private Optional<Unfinished> changed(Query which, Update update) {
        return Optional.ofNullable(
                        mongo.findAndModify(which, update, options().returnNew(true), Document.class, COLLECTION))
                .map(this::upload);
    }

    private Unfinished upload(Document it) {
        return new Unfinished(
                it.getString("_id"),
                it.getString("agency"),
                it.getString("dossier"),
                it.getString("component"),
                opened(it, "name"),
                it.getString("contentType"),
                Objects.requireNonNull(opened(it, "metadata")),
                number(it, "length"),
                number(it, "offset"),
                it.getList("pieces", Document.class).stream()
                        .map(piece -> new Unfinished.Piece(piece.getString("content"), (int) number(piece, "size")))
                        .toList(),
                number(it, "fence"),
                it.getDate(EXPIRES_AT).toInstant(),
                attachment(it));
    }

    /** People call files by whom they are of. */
    private @Nullable Binary sealed(String id, String field, @Nullable String text) {
        return text == null ? null : new Binary(keys.seal(text.getBytes(UTF_8), place(id, field)));
    }

    private @Nullable String opened(Document it, String field) {
        var sealed = it.get(field, Binary.class);
        return sealed == null
                ? null
                : new String(keys.open(sealed.getData(), place(it.getString("_id"), field)), UTF_8);
    }

    private static String place(String id, String field) {
        return COLLECTION + "/" + id + "/" + field;
    }

    private static @Nullable String attachment(Document it) {
        return it.getString("attachment");
    }

    private static long number(Document it, String field) {
        return it.get(field, Number.class).longValue();
    }
}
