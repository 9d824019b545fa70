package io.motcua.platform.history;

import io.motcua.platform.problems.PlatformProblem;
import io.motcua.platform.problems.Problem;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.convert.MongoConverter;
import org.springframework.data.mongodb.core.query.Update;

/** How an aggregate lies in its document. */
final class Documents<S> {

    static final String SEALED_WITH = "sealedWith";

    private static final int LARGEST_ENTRY = 64 * 1024;
    private static final int EMPTY_ENTRY = 512;
    private static final int LARGEST_AGGREGATE = 2 * 1024 * 1024;

    private final MongoConverter converter;
    private final Class<S> type;
    private final Clock clock;
    private final Supplier<@Nullable String> traceparent;
    private final List<String> marks;
    private final Protection protection;

    record Change<S>(Update update, Snapshot<S> snapshot) {}

    private record Entries(List<Document> documents, long lastSeq, String lastHash, int bytes) {}

    Documents(
            MongoConverter converter,
            Class<S> type,
            Clock clock,
            Supplier<@Nullable String> traceparent,
            List<String> marks,
            Protection protection) {
        this.converter = converter;
        this.type = type;
        this.clock = clock;
        this.traceparent = traceparent;
        this.marks = marks;
        this.protection = protection;
    }

    Document first(String id, String agency, Cause cause, Actor actor, Decision<S> decision) {
        var now = clock.instant();
        var entries = entries(id, 0, Chain.start(id), now, cause, actor, decision);
        refuseTooLarge(entries.bytes());
        var document = new Document("_id", id)
                .append("agency", agency)
                .append("shard", Outbox.shard(id))
                .append("version", 1L)
                .append("revision", 1L)
                .append("seq", entries.lastSeq())
                .append("publishedSeq", 0L)
                .append("lastHash", entries.lastHash())
                .append("bytes", entries.bytes())
                .append("state", written(id, decision.next()))
                .append("createdAt", Date.from(now))
                .append("updatedAt", Date.from(now))
                .append("history", entries.documents());
        var key = protection.key();
        if (key != null) {
            document.append(SEALED_WITH, List.of(key));
        }
        if (!entries.documents().isEmpty()) {
            document.append("unpublished", Date.from(now));
            marks.forEach(it -> document.append(it, Date.from(now)));
        }
        return document;
    }

    Change<S> next(Document read, Snapshot<S> snapshot, Cause cause, Actor actor, Decision<S> decision) {
        var now = clock.instant();
        var entries = entries(snapshot.id(), snapshot.seq(), read.getString("lastHash"), now, cause, actor, decision);
        refuseTooLarge(read.getInteger("bytes", 0) + entries.bytes());
        var update = new Update()
                .set("state", written(snapshot.id(), decision.next()))
                .set("updatedAt", Date.from(now))
                .inc("version", 1L);
        if (decision.revises()) {
            update.inc("revision", 1L);
        }
        var key = protection.key();
        var keys = read.getList(SEALED_WITH, Long.class);
        // What was never sealed waits for its history to be.
        if (key != null && keys != null && !keys.contains(key)) {
            // The history still has what older keys have sealed.
            var more = new ArrayList<>(keys);
            more.add(key);
            update.set(SEALED_WITH, more);
        }
        if (!entries.documents().isEmpty()) {
            update.set("seq", entries.lastSeq())
                    .set("lastHash", entries.lastHash())
                    .inc("bytes", entries.bytes())
                    // Keeps the age of the oldest entry that waits.
                    .min("unpublished", Date.from(now))
                    .push("history")
                    .each(entries.documents().toArray());
            marks.forEach(it -> update.min(it, Date.from(now)));
        }
        return new Change<>(update, after(snapshot, decision, entries, now));
    }

    /** The next state, and of the history so far what its hashes are made of. */
    Change<S> erased(Document read, Snapshot<S> snapshot, Cause cause, Actor actor, Decision<S> decision) {
        var now = clock.instant();
        var entries = entries(snapshot.id(), snapshot.seq(), read.getString("lastHash"), now, cause, actor, decision);
        var history = new ArrayList<>(read.getList("history", Document.class));
        for (var entry : history) {
            entry.remove("data");
            entry.remove("salt");
        }
        int left = history.size() * EMPTY_ENTRY;
        history.addAll(entries.documents());
        var update = new Update()
                .set("state", written(snapshot.id(), decision.next()))
                .set("updatedAt", Date.from(now))
                .inc("version", 1L)
                .inc("revision", decision.revises() ? 1L : 0L)
                .set("history", history)
                .set("seq", entries.lastSeq())
                .set("lastHash", entries.lastHash())
                .set("bytes", left + entries.bytes())
                .min("unpublished", Date.from(now));
        var key = protection.key();
        if (key != null) {
            update.set(SEALED_WITH, List.of(key));
        }
        marks.forEach(it -> update.min(it, Date.from(now)));
        return new Change<>(update, after(snapshot, decision, entries, now));
    }

    private Snapshot<S> after(Snapshot<S> snapshot, Decision<S> decision, Entries entries, Instant now) {
        return new Snapshot<>(
                snapshot.id(),
                snapshot.agency(),
                snapshot.revision() + (decision.revises() ? 1 : 0),
                snapshot.version() + 1,
                entries.lastSeq(),
                decision.next(),
                snapshot.createdAt(),
                now);
    }

    Snapshot<S> snapshot(Document it) {
        return new Snapshot<>(
                it.getString("_id"),
                it.getString("agency"),
                it.getLong("revision"),
                it.getLong("version"),
                it.getLong("seq"),
                state(it),
                it.getDate("createdAt").toInstant(),
                it.getDate("updatedAt").toInstant());
    }

    List<Entry> entries(Document aggregate) {
        var entries = new ArrayList<Entry>();
        var id = aggregate.getString("_id");
        var prev = Chain.start(id);
        for (var it : aggregate.getList("history", Document.class)) {
            var actor = it.get("actor", Document.class);
            var data = data(id, it);
            entries.add(new Entry(
                    it.getLong("seq"),
                    it.getString("id"),
                    it.getString("type"),
                    it.getDate("at").toInstant(),
                    new Actor(actor.getString("key"), actor.getString("role")),
                    it.getString("cause"),
                    Audience.valueOf(it.getString("audience")),
                    data == null ? null : CanonicalJson.MAPPER.readTree(data),
                    salt(id, it),
                    it.getString("dataHash"),
                    it.getString("stateHash"),
                    it.getString("digest"),
                    prev,
                    it.getString("hash")));
            prev = it.getString("hash");
        }
        return entries;
    }

    /** Whether the read brought along an entry of the cause that it was to look for. */
    static boolean caused(Document read) {
        return !read.getList("history", Document.class, List.of()).isEmpty();
    }

    private Entries entries(
            String id, long seq, String prev, Instant now, Cause cause, Actor actor, Decision<S> decision) {
        var made = new ArrayList<Document>();
        var state = CanonicalJson.of(decision.next());
        int bytes = 0;
        for (var fact : decision.facts()) {
            seq++;
            var data = CanonicalJson.of(fact.data());
            int size = data.getBytes(StandardCharsets.UTF_8).length;
            if (size > LARGEST_ENTRY) {
                throw new Problem(PlatformProblem.TOO_LARGE, LARGEST_ENTRY);
            }
            bytes += size + EMPTY_ENTRY;
            var salt = Chain.newSalt();
            var dataHash = Chain.salted(salt, data);
            var stateHash = Chain.salted(salt, state);
            var name = fact.type().name();
            var digest = Chain.digest(name, now, actor, dataHash, stateHash);
            var hash = Chain.hash(prev, seq, digest);
            var entry = new Document("seq", seq)
                    .append("id", UUID.randomUUID().toString())
                    .append("type", name)
                    .append("at", Date.from(now))
                    .append("actor", new Document("key", actor.key()).append("role", actor.role()))
                    .append("cause", cause.value())
                    .append("audience", fact.type().audience().name())
                    .append("publish", fact.type().published())
                    .append("data", protection.seal(id, Protection.data(seq), data))
                    .append("salt", protection.seal(id, Protection.salt(seq), salt))
                    .append("dataHash", dataHash)
                    .append("stateHash", stateHash)
                    .append("digest", digest)
                    .append("hash", hash);
            var trace = traceparent.get();
            if (trace != null) {
                entry.append("traceparent", trace);
            }
            made.add(entry);
            prev = hash;
        }
        return new Entries(made, seq, prev, bytes);
    }

    private Document written(String id, S state) {
        var document = new Document();
        converter.write(state, document);
        protection.seal(id, document);
        return document;
    }

    private S state(Document aggregate) {
        var state = aggregate.get("state", Document.class);
        protection.open(aggregate.getString("_id"), state);
        return converter.read(type, state);
    }

    private @Nullable String opened(Document entry, String field, String id, String place) {
        var stored = entry.get(field);
        return stored == null ? null : protection.open(id, place, stored);
    }

    private @Nullable String data(String id, Document entry) {
        return opened(entry, "data", id, Protection.data(entry.getLong("seq")));
    }

    private @Nullable String salt(String id, Document entry) {
        return opened(entry, "salt", id, Protection.salt(entry.getLong("seq")));
    }

    /** The same document under the present key; neither its meaning nor its hashes change. */
    Update resealed(Document aggregate) {
        var id = aggregate.getString("_id");
        var state = aggregate.get("state", Document.class);
        protection.open(id, state);
        protection.seal(id, state);
        for (var entry : aggregate.getList("history", Document.class)) {
            var seq = entry.getLong("seq");
            var data = data(id, entry);
            var salt = salt(id, entry);
            if (data != null) {
                entry.put("data", protection.seal(id, Protection.data(seq), data));
            }
            if (salt != null) {
                entry.put("salt", protection.seal(id, Protection.salt(seq), salt));
            }
        }
        return new Update()
                .set("state", state)
                .set("history", aggregate.getList("history", Document.class))
                .set(SEALED_WITH, List.of(Objects.requireNonNull(protection.key())));
    }

    private static void refuseTooLarge(int bytes) {
        if (bytes > LARGEST_AGGREGATE) {
            throw new Problem(PlatformProblem.TOO_LARGE, LARGEST_AGGREGATE);
        }
    }
}
