package io.motcua.gateway.apps;

import org.jspecify.annotations.Nullable;

/**
 * How often an app may ask, through all instances of the gateway together.
 *
 * @param perSecond on average
 * @param burst at once
 * @param perDay from midnight to midnight in Vietnam; null without such a limit
 */
public record Quota(double perSecond, long burst, @Nullable Long perDay) {

    /** What an app has that asked for none: as much as one client has. */
    static final Quota USUAL = new Quota(50, 200, null);
}
