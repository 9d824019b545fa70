package io.motcua.notification.messages;

import java.util.Map;

/**
 * What a message says: its words stand in the template.
 *
 * @param values spelled in the language of the message
 */
public record Content(String template, int version, String language, Map<String, String> values) {
    public Content {
        values = Map.copyOf(values);
    }
}
