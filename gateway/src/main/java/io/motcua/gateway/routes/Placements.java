package io.motcua.gateway.routes;

import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Which agency's services run apart from the pool: {@code motcua.placements.H37.dossier-service: own}. Who is not listed
 * is in the pool. Placement is data, not liveness: nothing here asks who is running.
 */
@ConfigurationProperties("motcua")
record Placements(Map<String, Map<String, Where>> placements) {

    enum Where {
        POOL,
        OWN
    }

    Placements {
        placements = placements == null ? Map.of() : Map.copyOf(placements);
    }

    /** Where requests about the agency go; without an agency to the pool, which answers across agencies. */
    Target target(String service, @Nullable String agency) {
        return new Target(service, agency, agency != null && owners(service).contains(plain(agency)));
    }

    /** The agencies with instances of their own of the service, in the form that {@link #plain} gives. */
    Collection<String> owners(String service) {
        Set<String> owners = new HashSet<>();
        placements.forEach((agency, services) -> services.forEach((name, where) -> {
            if (where == Where.OWN && plain(name).equals(plain(service))) {
                owners.add(plain(agency));
            }
        }));
        return owners;
    }

    /** Compared without case and dashes, since a map's keys lose both in an environment variable. */
    static String plain(String name) {
        return name.replace("-", "").toLowerCase(Locale.ROOT);
    }
}
