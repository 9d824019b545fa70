package io.motcua.platform.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Key sets of this JVM; tests hold the private halves too. */
final class KeyFiles {

    private static final Path ENVELOPES = make("notification-service");
    private static final Path ANCHORS = make("anchors-of-tests");

    private KeyFiles() {}

    static Path envelopes() {
        return ENVELOPES;
    }

    static Path anchors() {
        return ANCHORS;
    }

    private static Path make(String keyId) {
        try {
            var key = new ECKeyGenerator(Curve.P_256).keyID(keyId).generate();
            var file = Files.createTempFile(keyId, ".jwks");
            Files.writeString(file, new JWKSet(key).toString(false));
            return file;
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
