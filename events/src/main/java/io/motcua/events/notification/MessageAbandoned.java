package io.motcua.events.notification;

import io.motcua.events.EventType;
import io.motcua.events.Topics;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A message could not be delivered and is not tried again.
 */
public record MessageAbandoned(
        String message,
        String person,
        @Nullable String dossier,
        String channel,
        String template,
        String reason,
        Instant abandonedAt) {

    public static final EventType<MessageAbandoned> TYPE = new EventType<>(
            "io.motcua.notification.message-abandoned.v1", Topics.NOTIFICATIONS, MessageAbandoned.class);

    public MessageAbandoned {
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(person, "person");
        Objects.requireNonNull(channel, "channel");
        Objects.requireNonNull(template, "template");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(abandonedAt, "abandonedAt");
    }
}
