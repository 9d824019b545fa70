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

    /** A keyset of Tink's with one key of AES-256-GCM, as everybody may know it. */
    static final String DATA = """
            {"primaryKeyId": 1, "key": [{"keyId": 1, "status": "ENABLED", "outputPrefixType": "TINK", "keyData": \
            {"typeUrl": "type.googleapis.com/google.crypto.tink.AesGcmKey", "keyMaterialType": "SYMMETRIC", \
            "value": "GiAAAQIDBAUGBwgJCgsMDQ4PEBESExQVFhcYGRobHB0eHw=="}}]}""";

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
