package io.motcua.notification.messages;

/** How an attempt to send ended. */
public enum AttemptOutcome {
    SENT,
    /** Certainly not sent; worth another try. */
    FAILED,
    /** Nobody knows whether it was sent: the sender died, or the line went dead before the answer. */
    UNCLEAR,
    /** The channel will never take this message. */
    REFUSED,
    /** The channel was known to be down, so nothing was tried. */
    NOT_TRIED
}
