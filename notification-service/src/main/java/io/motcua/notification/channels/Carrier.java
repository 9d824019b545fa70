package io.motcua.notification.channels;

import io.motcua.notification.messages.Channel;
import java.time.Duration;

/** Brings messages to citizens by one channel. */
public sealed interface Carrier permits MailCarrier, SmsCarrier {
    Channel channel();

    /** False while the channel is known to be down: then nothing need be claimed. */
    boolean available();

    /** After this long an attempt has ended, whatever the other side does. */
    Duration timeLimit();

    /** Tries once and says how it went. It throws only what says that the notice cannot be written. */
    Outcome carry(Parcel parcel);
}
