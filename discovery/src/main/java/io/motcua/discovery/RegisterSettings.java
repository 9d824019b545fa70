package io.motcua.discovery;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param credentials the file with one credential a line, see {@link Credential}
 * @param reread how soon a change of it counts
 * @param instances the most that one placement may have
 * @param lease the longest for which a silent instance may stay; Eureka's own default
 * @param name with the secret, as whom this server copies to its peers
 */
@ConfigurationProperties("motcua.register")
record RegisterSettings(
        @DefaultValue("") String credentials,
        @DefaultValue("1s") Duration reread,
        @DefaultValue("200") int instances,
        @DefaultValue("90s") Duration lease,
        @DefaultValue("discovery") String name,
        @DefaultValue("") String secret) {

    @Override
    public String toString() {
        return "RegisterSettings[credentials=" + credentials + "]";
    }
}
