package io.motcua.notification.messages;

import io.motcua.platform.history.Snapshot;
import java.time.Instant;

/** Where a list from the newest to the oldest goes on; the id decides between messages of one instant. */
public record Place(Instant createdAt, String id) {

    public static Place of(Snapshot<Message> message) {
        return new Place(message.createdAt(), message.id());
    }
}
