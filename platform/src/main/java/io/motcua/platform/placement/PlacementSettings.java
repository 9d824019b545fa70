package io.motcua.platform.placement;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where this instance stands.
 *
 * @param agency whose own instance this is; null in the pool
 * @param records what says which agencies are placed where
 */
@ConfigurationProperties("motcua.placement")
record PlacementSettings(
        @Nullable String agency, @DefaultValue Records records) {

    /**
     * @param topic where agencies are recorded; null where there are no records, and so every agency is in the pool
     * @param type of event that records one: its data name the {@code agency} and by service its {@code placements}
     */
    record Records(@Nullable String topic, @DefaultValue("") String type) {

        Records {
            topic = topic == null || topic.isBlank() ? null : topic;
        }
    }

    PlacementSettings {
        agency = agency == null || agency.isBlank() ? null : agency;
    }
}
