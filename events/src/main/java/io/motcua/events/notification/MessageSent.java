package io.motcua.events.notification;

import io.motcua.events.EventType;
import io.motcua.events.Topics;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A message has been handed to its channel.
 *
 * @param channel {@code EMAIL} or {@code SMS}
 */
public record MessageSent(
        String message, String person, @Nullable String dossier, String channel, String template, Instant sentAt) {

    public static final EventType<MessageSent> TYPE =
            new EventType<>("io.motcua.notification.message-sent.v1", Topics.NOTIFICATIONS, MessageSent.class);

    public MessageSent {
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(person, "person");
        Objects.requireNonNull(channel, "channel");
        Objects.requireNonNull(template, "template");
        Objects.requireNonNull(sentAt, "sentAt");
    }
}
