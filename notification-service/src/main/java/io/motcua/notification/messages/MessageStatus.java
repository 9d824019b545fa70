package io.motcua.notification.messages;

public enum MessageStatus {
    /** Waits for its next attempt. */
    PENDING,
    /** An instance has claimed it and is handing it to its channel, or died over it. */
    SENDING,
    /** Its channel has taken it. */
    SENT,
    /** It could not be delivered and is not tried again. */
    ABANDONED
}
