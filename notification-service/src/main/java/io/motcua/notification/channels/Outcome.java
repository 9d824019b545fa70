package io.motcua.notification.channels;

/** How a channel answered. A reason is a code without personal data. */
public sealed interface Outcome {
    /** The channel has taken the message. */
    record Delivered() implements Outcome {}

    /** The channel will never take this message. */
    record Refused(String reason) implements Outcome {}

    /** Certainly not sent; worth another try. */
    record Failed(String reason) implements Outcome {}

    /** The line went dead before the answer, so nobody knows. */
    record Unclear(String reason) implements Outcome {}

    /** The channel is known to be down, so nothing was tried. */
    record NotTried(String reason) implements Outcome {}
}
