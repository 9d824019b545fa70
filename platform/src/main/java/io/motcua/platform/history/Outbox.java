package io.motcua.platform.history;

import java.util.concurrent.atomic.AtomicReference;

/** The published side of one collection of aggregates. */
public final class Outbox {

    /** Instances lease shards, not documents. */
    public static final int SHARDS = 16;

    private final String collection;
    private final String topic;
    private final AtomicReference<Runnable> listener = new AtomicReference<>(() -> {});

    public Outbox(String collection, String topic) {
        this.collection = collection;
        this.topic = topic;
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
