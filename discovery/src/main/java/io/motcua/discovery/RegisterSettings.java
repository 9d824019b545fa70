package io.motcua.discovery;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

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

    /** @throws IllegalStateException outside of development, if this server's own secret stands in the sources */
    Credentials credentials(Environment environment) {
        boolean development = environment.acceptsProfiles(Profiles.of("development"));
        if (secret.strip().endsWith(Credentials.PUBLIC) && !development) {
            throw new IllegalStateException("MOTCUA_REGISTER_SECRET is one that everybody can read in the sources: set"
                    + " one of your own, or SPRING_PROFILES_ACTIVE=development on a machine that only you reach");
        }
        return new Credentials(Path.of(credentials), reread, development);
    }

    @Override
    public String toString() {
        return "RegisterSettings[credentials=" + credentials + "]";
    }
}
