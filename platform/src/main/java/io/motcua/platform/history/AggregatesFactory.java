package io.motcua.platform.history;

import io.micrometer.tracing.Tracer;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Opens the collections of a service's aggregates. */
public final class AggregatesFactory {

    /** The mark of those that wait for an anchor. */
    public static final String ANCHORED = "unanchored";

    private final MongoTemplate mongo;
    private final Clock clock;
    private final @Nullable Tracer tracer;
    private final List<Outbox> outboxes = new CopyOnWriteArrayList<>();

    public AggregatesFactory(MongoTemplate mongo, Clock clock, @Nullable Tracer tracer) {
        this.mongo = mongo;
        this.clock = clock;
        this.tracer = tracer;
    }

    /**
     * The aggregates of one kind.
     *
     * @param state a plain immutable record: no type information is stored
     * @param topic where the relay publishes the entries that are declared as published
     */
    public <S> Aggregates<S> of(String collection, Class<S> state, String topic) {
        return marked(collection, state, topic, List.of());
    }

    /** The same, of which each also notes since when its history waits for an anchor ({@code io.motcua.platform.anchors}). */
    public <S> Aggregates<S> anchored(String collection, Class<S> state, String topic) {
        return marked(collection, state, topic, List.of(ANCHORED));
    }

    /** The same, of which each also notes under these names since when its history waits for somebody to read it. */
    public <S> Aggregates<S> marked(String collection, Class<S> state, String topic, List<String> marks) {
        return marked(collection, state, topic, marks, Protection.NONE);
    }

    /** The same, with personal data in it. */
    public <S> Aggregates<S> marked(
            String collection, Class<S> state, String topic, List<String> marks, Protection protection) {
        var outbox = new Outbox(collection, topic, protection);
        var aggregates =
                new Aggregates<>(mongo, outbox, state, clock, this::traceparent, List.copyOf(marks), protection);
        outboxes.add(outbox);
        return aggregates;
    }

    /** The outboxes of all aggregates opened so far. */
    public List<Outbox> outboxes() {
        return List.copyOf(outboxes);
    }

    private @Nullable String traceparent() {
        var span = tracer == null ? null : tracer.currentSpan();
        if (span == null) {
            return null;
        }
        var context = span.context();
        return "00-" + context.traceId() + "-" + context.spanId()
                + (Boolean.TRUE.equals(context.sampled()) ? "-01" : "-00");
    }
}
