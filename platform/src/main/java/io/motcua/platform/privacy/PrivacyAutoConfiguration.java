package io.motcua.platform.privacy;

import com.nimbusds.jose.jwk.JWKSet;
import java.io.File;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

@AutoConfiguration
class PrivacyAutoConfiguration {

    /** Without a secret of one's own, personal ids could be guessed from their keys: there is no default. */
    @Bean
    PersonKeys personKeys(@Value("${motcua.privacy.person-secret}") String secret) {
        if (secret.length() < 16) {
            throw new IllegalStateException(
                    "motcua.privacy.person-secret (MOTCUA_PERSON_SECRET) must have at least 16 characters");
        }
        return new PersonKeys(secret);
    }

    @Bean
    Envelopes envelopes(
            @Value("${spring.application.name}") String service,
            @Value("${motcua.privacy.envelope-keys:}") String file) {
        return file.isBlank() ? new Envelopes(service, new JWKSet()) : Envelopes.fromFile(service, new File(file));
    }
}
