package io.motcua.platform.history;

/**
 * Who did something, without saying who it is.
 *
 * @param key an opaque person key, or the name of a service
 * @param role the role in which it was done, opaque to the platform
 */
public record Actor(String key, String role) {

    /** A service that acts on an event or on the clock. */
    public static Actor system(String service) {
        return new Actor(service, "system");
    }
}
