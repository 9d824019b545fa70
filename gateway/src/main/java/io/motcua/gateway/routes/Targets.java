package io.motcua.gateway.routes;

import io.motcua.gateway.problems.GatewayProblem;
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
        if (placements.isWithdrawn(agency, service)) {
            throw new Target(service, spelling.orElse(agency), false, true).problem(GatewayProblem.AGENCY_WITHDRAWN);
        }
        return new Target(
                service, spelling.orElse(agency), placements.hasItsOwn(agency, service), spelling.isPresent());
    }

    private @Nullable String agency(Map<String, String> path) {
        var code = path.get("code");
        return code == null ? path.get("agency") : agencyIn(code.strip());
    }

    /**
     * The unit that a dossier code begins with ends with the agency, 000.00.15.H37-210608-0001, or in the newer styles
     * begins with it, H37.15-250708-0001 and G09.20-20260609-0092637. Which it is, the agencies' records know.
     */
    private String agencyIn(String code) {
        var unit = code.split("-", 2)[0];
        var last = unit.substring(unit.lastIndexOf('.') + 1);
        var first = unit.split("\\.", 2)[0];
        return placements.spelling(last).isEmpty() && placements.spelling(first).isPresent() ? first : last;
    }
}
