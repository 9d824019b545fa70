package io.motcua.platform.consumption;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a service wants to hear from a topic; declared as a bean. Types that it does not name are skipped.
 *
 * <p>By default the instances of a service share the events, and an event is handled for the agencies that are placed on
 * them. A copy reads everything from the start, for all agencies, and keeps its offsets beside its data.
 */
public final class Subscription {

    private final String topic;
    private final @Nullable String copy;
    private final Map<String, Handler<?>> handlers;

    private record Handler<T>(Class<T> payload, EventHandler<? super T> handler) {

        void on(byte[] json, About about) {
            handler.on(EventJson.read(json, payload, about), about);
        }
    }

    private Subscription(String topic, @Nullable String copy, Map<String, Handler<?>> handlers) {
        this.topic = topic;
        this.copy = copy;
        this.handlers = handlers;
    }

    public static Subscription to(String topic) {
        return new Subscription(topic, null, Map.of());
    }

    public <T> Subscription on(String type, Class<T> payload, EventHandler<? super T> handler) {
        var more = new LinkedHashMap<>(handlers);
        if (more.put(type, new Handler<>(payload, handler)) != null) {
            throw new IllegalArgumentException(type + " has two handlers");
        }
        return new Subscription(topic, copy, more);
    }

    /**
     * Makes this a copy: fed from the start of the topic, with offsets in the service's own database.
     *
     * @param name stable; offsets are kept under it
     */
    public Subscription asCopy(String name) {
        return new Subscription(topic, name, handlers);
    }

    public String topic() {
        return topic;
    }

    /** The name of the copy that this feeds, or null. */
    public @Nullable String copy() {
        return copy;
    }

    public boolean wants(String type) {
        return handlers.containsKey(type);
    }

    /** Hands an event to its handler. */
    public void handle(byte[] json, About about) {
        var handler = handlers.get(about.type());
        if (handler == null) {
            throw new IllegalArgumentException("nobody handles " + about.type());
        }
        handler.on(json, about);
    }
}
