package io.motcua.notification.dispatch;

import io.motcua.notification.channels.Carrier;
import io.motcua.notification.messages.Channel;
import io.motcua.notification.messages.Message;
import io.motcua.notification.messages.Messages;
import io.motcua.platform.history.Snapshot;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what is due by one channel. Each channel has its own, so that a slow one does not hold up the other. Several
 * instances may find the same message; the claim decides.
 */
final class Dispatcher implements Runnable {
    private static final Logger log = LoggerFactory.getLogger(Dispatcher.class);

    private final Carrier carrier;
    private final Messages messages;
    private final Sending sending;
    private final DispatchSettings settings;
    private final Clock clock;
    private final Semaphore nudges = new Semaphore(0);
    private volatile boolean running = true;
    private volatile Duration lag = Duration.ZERO;

    Dispatcher(Carrier carrier, Messages messages, Sending sending, DispatchSettings settings, Clock clock) {
        this.carrier = carrier;
        this.messages = messages;
        this.sending = sending;
        this.settings = settings;
        this.clock = clock;
    }

    Channel channel() {
        return carrier.channel();
    }

    /** For how long the longest waiting message has been due. */
    Duration lag() {
        return lag;
    }

    void nudge() {
        nudges.release();
    }

    /** Lets what is being sent come to its end, and starts nothing more. */
    void stop() {
        running = false;
        nudge();
    }

    @Override
    public void run() {
        try {
            while (running) {
                if (sweep() < settings.batch()) {
                    nudges.tryAcquire(settings.sweep().toMillis(), TimeUnit.MILLISECONDS);
                    nudges.drainPermits();
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns how many messages were seen to: a full batch says that there may be more. */
    private int sweep() {
        try {
            var now = clock.instant();
            var due = messages.due(channel(), now, settings.batch());
            lag = due.isEmpty() ? Duration.ZERO : age(due.getFirst());
            if (carrier.available()) {
                return each(due, found -> sending.attempt(carrier, found));
            }
            return each(
                    messages.waitingSince(channel(), now.minus(settings.abandonAfter()), now, settings.batch()),
                    sending::abandon);
        } catch (RuntimeException failure) {
            log.warn("Messages by {} could not be looked for and are looked for again", channel(), failure);
        }
        return 0;
    }

    private int each(List<Snapshot<Message>> found, Consumer<Snapshot<Message>> action) {
        var done = new AtomicInteger();
        var permits = new Semaphore(settings.parallel());
        // Closing it waits until all have ended.
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var message : found) {
                threads.execute(() -> {
                    permits.acquireUninterruptibly();
                    try {
                        if (running) {
                            action.accept(message);
                            done.incrementAndGet();
                        }
                    } catch (RuntimeException failure) {
                        log.warn("Message {} could not be seen to and is seen to again", message.id(), failure);
                    } finally {
                        permits.release();
                    }
                });
            }
        }
        return done.get();
    }

    private Duration age(Snapshot<Message> message) {
        var dueAt = message.state().delivery().dueAt();
        return dueAt == null ? Duration.ZERO : Duration.between(dueAt, clock.instant());
    }
}
