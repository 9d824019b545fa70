package io.motcua.gateway.agencies;

import io.motcua.events.catalog.AgencyRecorded;
import io.motcua.events.catalog.Placement;
import java.util.Map;

/**
 * What the gateway knows of an agency.
 *
 * @param placements by service name; what is not named runs in the pool
 */
record Agency(String code, Map<String, Placement> placements) {

    private static final String OWN = "own";

    static Agency of(AgencyRecorded event) {
        return new Agency(event.agency(), event.placements());
    }

    boolean hasItsOwn(String service) {
        var placement = placements.get(service);
        return placement != null && placement.mode().equals(OWN);
    }
}
