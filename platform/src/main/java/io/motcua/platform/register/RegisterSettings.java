package io.motcua.platform.register;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The credential for the register. It travels in a header and not in the register's address, which stands in logs.
 *
 * @param name a placement, or a reader's
 * @param secret none for a register that asks for no credential
 */
@ConfigurationProperties("motcua.register")
record RegisterSettings(
        @DefaultValue("") String name, @DefaultValue("") String secret) {

    @Override
    public String toString() {
        return "RegisterSettings[name=" + name + "]";
    }
}
