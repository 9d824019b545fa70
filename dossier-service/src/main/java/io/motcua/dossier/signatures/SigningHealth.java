package io.motcua.dossier.signatures;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/** Says for whom results are signed. An agency without a key is no failure, but nobody should have to guess it. */
@Component("signatures")
final class SigningHealth extends AbstractHealthIndicator {

    private final KeyFolder keys;

    SigningHealth(KeyFolder keys) {
        super("The folder of signing keys cannot be read");
        this.keys = keys;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        builder.up().withDetail("signedFor", keys.agencies());
    }
}
