package io.motcua.notification.dispatch;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How messages are sent.
 *
 * @param sweep how often each channel looks for what is due; new messages nudge it at once
 * @param batch how many it takes at a time
 * @param parallel how many of them it sends at once
 * @param lease how long a claim keeps others away; longer than the time limit of a channel, and the time after which a
 *     message whose sender has died is sent again
 * @param firstDelay before the second attempt; doubled for each further one
 * @param maxDelay the longest time between two attempts
 * @param abandonAfter the age at which a failed attempt is the last one
 */
@Validated
@ConfigurationProperties("motcua.notification.dispatch")
record DispatchSettings(
        @DefaultValue("2s") Duration sweep,
        @Min(1) @DefaultValue("100") int batch,
        @Min(1) @DefaultValue("8") int parallel,
        @DefaultValue("60s") Duration lease,
        @DefaultValue("5s") Duration firstDelay,
        @DefaultValue("15m") Duration maxDelay,
        @DefaultValue("24h") Duration abandonAfter) {
    /** The pause after so many failed attempts. */
    Duration delay(int attempts) {
        var doublings = Math.clamp(attempts - 1L, 0, 30);
        var delay = firstDelay.multipliedBy(1L << doublings);
        return delay.compareTo(maxDelay) < 0 ? delay : maxDelay;
    }
}
