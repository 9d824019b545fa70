package io.motcua.platform.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Envelope keys of this JVM; tests hold the private ones too. */
final class EnvelopeKeys {

    private static final Path FILE = make();

    private EnvelopeKeys() {}

    static Path file() {
        return FILE;
    }

    private static Path make() {
        try {
            var key = new ECKeyGenerator(Curve.P_256)
                    .keyID("notification-service")
                    .generate();
            var file = Files.createTempFile("envelope-keys", ".jwks");
            Files.writeString(file, new JWKSet(key).toString(false));
            return file;
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
