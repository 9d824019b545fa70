package io.motcua.gateway.apps;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** From whose pages a browser may call: those of the apps that may, and those that an agency's setting names. */
@Component
public class AllowedOrigins {

    private final KnownApps apps;
    private final AppSettings settings;

    AllowedOrigins(KnownApps apps, AppSettings settings) {
        this.apps = apps;
        this.settings = settings;
    }

    /** @param agency as its record spells it; null where the request is about none or several */
    public boolean contain(String origin, String route, @Nullable String agency) {
        if (agency == null) {
            return apps.from(origin).stream()
                    .anyMatch(it -> it.scopes().contains(Scope.needed(route, "GET"))
                            || it.scopes().contains(Scope.needed(route, "POST")));
        }
        return settings.of(agency).origins().contains(origin)
                || apps.from(origin).stream().anyMatch(it -> it.mayCall(agency));
    }
}
