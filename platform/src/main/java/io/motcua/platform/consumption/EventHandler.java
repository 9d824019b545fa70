package io.motcua.platform.consumption;

/** Translates a foreign event into what this service does about it; it may be called again with the same event. */
@FunctionalInterface
public interface EventHandler<T> {

    /**
     * @throws UnacceptableEvent if the event can never be handled; it goes to the dead letters. After any other exception
     *     the event is tried again, without end
     */
    void on(T event, About about);
}
