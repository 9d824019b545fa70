package io.motcua.notification.messages;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;

/**
 * Counts messages by the state that they enter. Counters, not gauges, because instances add up and the store need not be
 * searched at every scrape.
 */
final class MessageMeters {
    private static final String ENTERED = "motcua.notifications";
    private static final String REPEATED = "motcua.notifications.repeated";

    private final MeterRegistry meters;

    MessageMeters(MeterRegistry meters) {
        this.meters = meters;
        for (var channel : Channel.values()) {
            // There from the start, so that the first increase is seen as one.
            for (var status : MessageStatus.values()) {
                meters.counter(ENTERED, "state", tag(status), "channel", tag(channel));
            }
            meters.counter(REPEATED, "channel", tag(channel));
        }
    }

    void queued(Message message) {
        entered(message);
    }

    void changed(Message before, Message after) {
        if (before.delivery().status() != after.delivery().status()) {
            entered(after);
        }
        var repeats = after.delivery().repeats() - before.delivery().repeats();
        meters.counter(REPEATED, "channel", tag(after.channel())).increment(repeats);
    }

    private void entered(Message message) {
        meters.counter(ENTERED, "state", tag(message.delivery().status()), "channel", tag(message.channel()))
                .increment();
    }

    private static String tag(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
