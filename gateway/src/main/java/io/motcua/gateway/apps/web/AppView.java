package io.motcua.gateway.apps.web;

import io.motcua.gateway.apps.ApiKey;
import io.motcua.gateway.apps.App;
import io.motcua.gateway.apps.Quota;
import io.motcua.gateway.apps.Scope;
import io.motcua.platform.history.Snapshot;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A registered app.
 *
 * @param agency to which it belongs; not there for one of the platform
 */
record AppView(
        String id,
        long revision,
        String name,
        @Nullable String agency,
        List<String> agencies,
        List<String> scopes,
        Quota quota,
        List<String> origins,
        List<KeyView> keys,
        Instant registered,
        Instant changed) {

    /**
     * @param lastUsed the day in Vietnam; not there for a key that was never used
     * @param revoked not there for one that was not
     */
    record KeyView(
            String id,
            Instant created,
            Instant expires,
            @Nullable LocalDate lastUsed,
            @Nullable Instant revoked) {}

    static AppView of(Snapshot<App> it, Map<ApiKey, LocalDate> uses) {
        var app = it.state();
        return new AppView(
                it.id(),
                it.revision(),
                app.name(),
                app.agency(),
                app.agencies(),
                app.scopes().stream().map(Scope::text).toList(),
                app.quota(),
                app.origins(),
                app.keys().stream()
                        .map(key -> new KeyView(key.id(), key.created(), key.expires(), uses.get(key), key.revoked()))
                        .toList(),
                it.createdAt(),
                it.updatedAt());
    }
}
