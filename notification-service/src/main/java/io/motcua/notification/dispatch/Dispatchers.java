package io.motcua.notification.dispatch;

import io.motcua.notification.messages.MessageQueued;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;

/** Runs the dispatchers of all channels for as long as the service runs. */
class Dispatchers implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(Dispatchers.class);

    private final List<Dispatcher> dispatchers;
    private final List<Thread> threads = new ArrayList<>();

    Dispatchers(List<Dispatcher> dispatchers) {
        this.dispatchers = List.copyOf(dispatchers);
    }

    @EventListener
    void on(MessageQueued queued) {
        dispatchers.stream()
                .filter(dispatcher -> dispatcher.channel() == queued.channel())
                .forEach(Dispatcher::nudge);
    }

    @Override
    public void start() {
        for (var dispatcher : dispatchers) {
            threads.add(
                    Thread.ofVirtual().name("dispatch-" + dispatcher.channel()).start(dispatcher));
        }
    }

    /** A message that is being sent is seen to its end: stopping in an orderly way repeats nothing. */
    @Override
    public void stop() {
        dispatchers.forEach(Dispatcher::stop);
        for (var thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException impatient) {
                log.warn("Not waiting for {} any longer", thread.getName());
                Thread.currentThread().interrupt();
            }
        }
        threads.clear();
    }

    @Override
    public boolean isRunning() {
        return !threads.isEmpty();
    }
}
