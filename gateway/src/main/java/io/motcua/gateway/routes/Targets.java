package io.motcua.gateway.routes;

import io.motcua.platform.placement.Placements;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads out of a request whose it is. */
@Component
class Targets {

    private final Placements placements;

    Targets(Placements placements) {
        this.placements = placements;
    }

    Target of(String service, Map<String, String> path) {
        var agency = agency(path);
        if (agency == null) {
            return Target.pool(service);
        }
        var spelling = placements.spelling(agency);
        return new Target(
                service, spelling.orElse(agency), placements.hasItsOwn(agency, service), spelling.isPresent());
    }

    /** Named in the path, or at the end of the unit that a dossier code begins with: 000.00.15.H37-210608-0001. */
    private static @Nullable String agency(Map<String, String> path) {
        var code = path.get("code");
        if (code == null) {
            return path.get("agency");
        }
        var unit = code.split("-", 2)[0];
        return unit.substring(unit.lastIndexOf('.') + 1);
    }
}
