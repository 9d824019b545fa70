package io.motcua.platform.relay;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param lease how long an instance may publish a shard without asking again; a repeat after a longer pause is harmless
 * @param sweep how often the relay looks for what no nudge announced
 * @param batch how many aggregates are published at a time
 */
@ConfigurationProperties("motcua.relay")
record RelaySettings(
        @DefaultValue("10s") Duration lease,
        @DefaultValue("1s") Duration sweep,
        @DefaultValue("200") int batch) {}
