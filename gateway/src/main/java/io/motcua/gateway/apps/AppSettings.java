package io.motcua.gateway.apps;

import jakarta.validation.constraints.AssertTrue;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param unconfirmed how long keys go on while the store cannot be asked whether they were revoked: longer than a store takes to
 *     fail over or to be restored, shorter than a leaked key may be of use at an instance that is cut off
 * @param agencies by code, where an agency wants something else than nothing
 */
@Validated
@ConfigurationProperties("motcua.gateway.apps")
record AppSettings(
        @DefaultValue("1h") Duration unconfirmed,
        @DefaultValue Map<String, OfAgency> agencies) {

    private static final OfAgency USUAL = new OfAgency(false, List.of());

    AppSettings {
        agencies = Map.copyOf(agencies);
    }

    /**
     * @param keyRequired whether nobody may call without a key; the bank always may
     * @param origins of pages that may call although no app is registered for them
     */
    record OfAgency(
            @DefaultValue("false") boolean keyRequired,
            @DefaultValue List<String> origins) {

        OfAgency {
            origins = List.copyOf(origins);
        }
    }

    OfAgency of(String agency) {
        return agencies.getOrDefault(agency, USUAL);
    }

    @AssertTrue(message = "origins have the form https://host or https://host:port; http is for localhost alone")
    boolean isOriginsWellFormed() {
        return agencies.values().stream().flatMap(it -> it.origins().stream()).allMatch(Origins::wellFormed);
    }
}
