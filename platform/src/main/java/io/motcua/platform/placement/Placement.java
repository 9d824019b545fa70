package io.motcua.platform.placement;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where this instance stands: in the pool, or as an agency's own.
 *
 * @param agency whose own instance this is, or null in the pool
 * @param elsewhere the agencies whose placement for this service is not the pool
 */
@ConfigurationProperties("motcua.placement")
public record Placement(@Nullable String agency, Set<String> elsewhere) {

    public Placement(@Nullable String agency, @DefaultValue Set<String> elsewhere) {
        this.agency = agency == null || agency.isBlank() ? null : agency;
        this.elsewhere = Set.copyOf(elsewhere);
    }

    /** Whether the agency's requests and events are for this instance. */
    public boolean serves(String other) {
        return agency == null ? !elsewhere.contains(other) : agency.equals(other);
    }

    /** The Kafka consumer group that shares this placement's events. */
    public String consumerGroup(String service) {
        return agency == null ? service : service + "." + agency;
    }
}
