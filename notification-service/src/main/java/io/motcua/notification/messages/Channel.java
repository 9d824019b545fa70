package io.motcua.notification.messages;

/** How a message reaches a citizen. */
public enum Channel {
    EMAIL,
    SMS
}
