package io.motcua.platform.history;

/**
 * The event or the request that leads to a decision. It is written with the decision's effect, so the same cause never
 * takes effect twice.
 *
 * @param value unique per event and per request key
 */
public record Cause(String value) {

    public static Cause event(String eventId) {
        return new Cause("event:" + eventId);
    }

    public static Cause request(String requestId) {
        return new Cause("request:" + requestId);
    }

    /**
     * The identity of what this cause creates: the same cause names the same thing again.
     *
     * @param salt tells apart several things that one cause creates
     * @return 26 characters, lower-case letters and digits
     */
    public String derivedId(String salt) {
        return Digest.shortId(value, salt);
    }
}
