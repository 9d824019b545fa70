package io.motcua.notification.web;

import io.motcua.notification.messages.Contact;
import io.motcua.notification.messages.Message;
import io.motcua.platform.privacy.Envelopes;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens the sealed address of a message, to show it masked. */
final class Addresses {
    private static final Logger log = LoggerFactory.getLogger(Addresses.class);

    private final Envelopes envelopes;

    Addresses(Envelopes envelopes) {
        this.envelopes = envelopes;
    }

    /** Null if it can no longer be opened: a list must not fail because a key has been destroyed. */
    @Nullable
    String masked(Message message) {
        try {
            return envelopes
                    .open(message.to().contact(), Contact.class)
                    .address(message.channel())
                    .map(address -> Masked.address(message.channel(), address))
                    .orElse(null);
        } catch (RuntimeException closed) {
            log.warn(
                    "The contact of message {} cannot be opened: {}",
                    message.id(),
                    closed.getClass().getName());
            return null;
        }
    }
}
