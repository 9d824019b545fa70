package io.motcua.notification.messages;

import java.util.Map;

/**
 * Who gets a message.
 *
 * @param person the opaque person key
 * @param contact the sealed addresses, by name of the service that can open them
 */
public record Addressee(String person, Map<String, String> contact) {
    public Addressee {
        contact = Map.copyOf(contact);
    }
}
