package io.motcua.platform.placement;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an agency's record says of its placement, which is all of it that matters here. */
@JsonIgnoreProperties(ignoreUnknown = true)
record Placed(String agency, Map<String, Place> placements) {

    private static final String OWN = "own";
    private static final String WITHDRAWN = "withdrawn";

    /** @param epoch rises with every move */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Place(String mode, int epoch) {}

    Placed(String agency, @Nullable Map<String, Place> placements) {
        this.agency = agency;
        this.placements = placements == null ? Map.of() : Map.copyOf(placements);
    }

    boolean hasItsOwn(String service) {
        return is(service, OWN);
    }

    boolean isWithdrawn(String service) {
        return is(service, WITHDRAWN);
    }

    private boolean is(String service, String mode) {
        var place = placements.get(service);
        return place != null && place.mode().equals(mode);
    }
}
