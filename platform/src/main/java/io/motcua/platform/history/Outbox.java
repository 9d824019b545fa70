package io.motcua.platform.history;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.bson.Document;

/** The published side of one collection of aggregates. */
public final class Outbox {

    /** Instances lease shards, not documents. */
    public static final int SHARDS = 16;

    private final String collection;
    private final String topic;
    private final Protection protection;
    private final AtomicReference<Runnable> listener = new AtomicReference<>(() -> {});

    public Outbox(String collection, String topic) {
        this(collection, topic, Protection.NONE);
    }

    Outbox(String collection, String topic, Protection protection) {
        this.collection = collection;
        this.topic = topic;
        this.protection = protection;
    }

    /** What an entry says, as it goes out. */
    public String data(String aggregate, Document entry) {
        var data = Objects.requireNonNull(entry.get("data"), "Erased before it was published");
        return protection.open(aggregate, Protection.data(entry.getLong("seq")), data);
    }

    public String collection() {
        return collection;
    }

    public String topic() {
        return topic;
    }

    /** Calls the listener after every write that leaves something to publish. */
    public void onWrite(Runnable called) {
        listener.set(called);
    }

    void written() {
        listener.get().run();
    }

    static int shard(String id) {
        return Math.floorMod(id.hashCode(), SHARDS);
    }
}
