package io.motcua.local.secrets;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Base64;

/** A keyset as Tink reads it, with one key of AES-256-GCM. */
final class Keyset {

    private static final int BYTES = 32;
    /** Field 3 of the key's message, of 32 bytes. */
    private static final byte[] TAG = {0x1a, BYTES};

    private Keyset() {}

    static String generate() {
        var random = new SecureRandom();
        var key = new byte[BYTES];
        random.nextBytes(key);
        var message = ByteBuffer.allocate(TAG.length + BYTES).put(TAG).put(key).array();
        int id = random.nextInt(1, Integer.MAX_VALUE);
        return """
                {"primaryKeyId": %d, "key": [{"keyId": %d, "status": "ENABLED", "outputPrefixType": "TINK", \
                "keyData": {"typeUrl": "type.googleapis.com/google.crypto.tink.AesGcmKey", \
                "keyMaterialType": "SYMMETRIC", "value": "%s"}}]}
                """.formatted(id, id, Base64.getEncoder().encodeToString(message));
    }
}
