package io.motcua.gateway.apps;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What somebody wants an app to be, unchecked; null where nothing is said. */
public record Wish(
        @Nullable String name,
        @Nullable List<@Nullable String> agencies,
        @Nullable List<@Nullable String> scopes,
        @Nullable WishedQuota quota,
        @Nullable List<@Nullable String> origins) {

    /** @param burst four seconds' worth, if nothing is said */
    public record WishedQuota(
            @Nullable Double perSecond,
            @Nullable Long burst,
            @Nullable Long perDay) {}
}
