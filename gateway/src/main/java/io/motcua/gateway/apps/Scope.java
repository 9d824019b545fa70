package io.motcua.gateway.apps;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What an app may do, whoever uses it. What its user may do is the token's matter. */
public enum Scope {
    CATALOGUE_READ,
    CATALOGUE_WRITE,
    DOSSIERS_READ,
    DOSSIERS_WRITE,
    PAYMENTS_READ,
    PAYMENTS_WRITE,
    MESSAGES_READ,
    MESSAGES_WRITE,
    ME_READ,
    ME_WRITE;

    /** What a route needs, to read and to write. */
    private static final Map<String, Pair> NEEDED = Map.of(
            "catalogue", new Pair(CATALOGUE_READ, CATALOGUE_WRITE),
            "events", new Pair(DOSSIERS_READ, DOSSIERS_WRITE),
            "dossiers", new Pair(DOSSIERS_READ, DOSSIERS_WRITE),
            "lookup", new Pair(DOSSIERS_READ, DOSSIERS_WRITE),
            "payments", new Pair(PAYMENTS_READ, PAYMENTS_WRITE),
            "notifications", new Pair(MESSAGES_READ, MESSAGES_WRITE),
            "my-dossiers", new Pair(ME_READ, ME_WRITE),
            "my-messages", new Pair(ME_READ, ME_WRITE));

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private record Pair(Scope read, Scope write) {}

    /** @throws IllegalArgumentException for a route that is not in the table */
    public static Scope needed(String route, String method) {
        var pair = NEEDED.get(route);
        if (pair == null) {
            throw new IllegalArgumentException("No scope is named for the route " + route);
        }
        return READING.contains(method) ? pair.read() : pair.write();
    }

    static Optional<Scope> named(String text) {
        return Arrays.stream(values()).filter(it -> it.text().equals(text)).findFirst();
    }

    /** As the API and the people write it: {@code dossiers:read}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', ':');
    }

    /** What a person has at all agencies; no single agency can give it away. */
    boolean acrossAgencies() {
        return this == ME_READ || this == ME_WRITE;
    }

    static List<String> texts() {
        return Arrays.stream(values()).map(Scope::text).toList();
    }
}
