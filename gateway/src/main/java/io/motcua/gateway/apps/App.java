package io.motcua.gateway.apps;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A front-end application that has been registered.
 *
 * @param agency to which it belongs: its administrators manage it, and it calls no other; null for one of the platform
 * @param agencies that it may call; {@code *} for all
 * @param origins of the pages from which browsers may call with it; none for an app that runs on a server
 * @param removed whether it is gone; what happened to it is kept
 */
public record App(
        String name,
        @Nullable String agency,
        List<String> agencies,
        List<Scope> scopes,
        Quota quota,
        List<String> origins,
        List<ApiKey> keys,
        boolean removed) {

    static final String ALL = "*";

    /** So many dead keys are remembered, to say of them what has become of them. */
    private static final int DEAD_KEYS = 20;

    public App {
        agencies = List.copyOf(agencies);
        scopes = List.copyOf(scopes);
        origins = List.copyOf(origins);
        keys = List.copyOf(keys);
    }

    boolean mayCall(String code) {
        return agencies.contains(ALL) || agencies.contains(code);
    }

    /** Whether its key stands in a page that anybody may read. */
    boolean inBrowsers() {
        return !origins.isEmpty();
    }

    Optional<ApiKey> key(String id) {
        return keys.stream().filter(it -> it.id().equals(id)).findFirst();
    }

    long liveKeys(Instant now) {
        return keys.stream().filter(it -> it.alive(now)).count();
    }

    App withKey(ApiKey key, Instant now) {
        var dead = keys.stream().filter(it -> !it.alive(now)).toList();
        var forgotten = dead.subList(0, Math.max(0, dead.size() - DEAD_KEYS));
        return withKeys(Stream.concat(keys.stream().filter(it -> !forgotten.contains(it)), Stream.of(key))
                .toList());
    }

    App withoutKey(String id, Instant now) {
        return withKeys(keys.stream()
                .map(it -> it.id().equals(id) ? it.revokedAt(now) : it)
                .toList());
    }

    App gone(Instant now) {
        var revoked = keys.stream().map(it -> it.revokedAt(now)).toList();
        return new App(name, agency, agencies, scopes, quota, origins, revoked, true);
    }

    private App withKeys(List<ApiKey> next) {
        return new App(name, agency, agencies, scopes, quota, origins, new ArrayList<>(next), removed);
    }
}
