package io.motcua.gateway.limits;

import java.util.Set;
import org.springframework.http.HttpMethod;

/**
 * What is given up last when there is too much of everything: the bank's word that somebody has paid, and a citizen's look at
 * his dossier.
 */
enum Urgency {
    /** Payment callbacks and status look-ups. */
    FIRST(1.0),
    /** Other reading. */
    READ(0.85),
    /** What can be sent again with its request key. */
    WRITE(0.75);

    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);
    private static final Set<String> LOOKING = Set.of("lookup", "my-dossiers");

    private final double share;

    Urgency(double share) {
        this.share = share;
    }

    static Urgency of(String route, HttpMethod method, String path) {
        if (isCallback(path) || (LOOKING.contains(route) && READING.contains(method))) {
            return FIRST;
        }
        return READING.contains(method) ? READ : WRITE;
    }

    /** The bank tells all payers' payments from few addresses: it is no client that could be told to slow down. */
    static boolean isCallback(String path) {
        return path.endsWith("/payments/vnpay/ipn");
    }

    /** Of a number of requests under way, how many there may be for this to be let in. */
    int room(int underWay) {
        return Math.max(1, (int) (underWay * share));
    }
}
