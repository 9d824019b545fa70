package io.motcua.sandbox.inbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One message as one recipient got it.
 *
 * @param requestKey the sender's idempotency key, where the channel has one
 * @param repeats how often the sender sent the same request again; nothing was delivered twice
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Message(
        String id,
        Kind kind,
        Instant receivedAt,
        String from,
        String to,
        @Nullable String subject,
        String text,
        @Nullable String html,
        @Nullable String requestKey,
        int repeats) {

    public enum Kind {
        MAIL,
        SMS
    }

    Message repeated() {
        return new Message(id, kind, receivedAt, from, to, subject, text, html, requestKey, repeats + 1);
    }

    boolean isFor(String recipient) {
        return plain(to).equalsIgnoreCase(plain(recipient));
    }

    /** {@code +84…} and {@code 84…} are one telephone. */
    private static String plain(String recipient) {
        var trimmed = recipient.strip();
        return trimmed.startsWith("+") ? trimmed.substring(1) : trimmed;
    }
}
