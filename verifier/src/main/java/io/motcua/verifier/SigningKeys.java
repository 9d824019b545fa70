package io.motcua.verifier;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The public keys of those who sign anchors, from a JWK set (RFC 7517): EC on P-256. */
final class SigningKeys {

    private final Map<String, PublicKey> keys = new HashMap<>();

    SigningKeys(JsonNode jwks) {
        for (var key : Fields.list(jwks, "keys")) {
            if (key.path("kty").asString("").equals("EC")
                    && key.path("crv").asString("").equals("P-256")) {
                keys.put(Fields.text(key, "kid"), key(Fields.text(key, "x"), Fields.text(key, "y")));
            }
        }
    }

    /** Whether one of the keys has signed this (RFC 7515, compact, ES256). */
    boolean signed(String jws) {
        var parts = jws.split("\\.", -1);
        if (parts.length != 3) {
            return false;
        }
        var header = Digests.JSON.readTree(decoded(parts[0]));
        var key = keys.get(header.path("kid").asString(""));
        if (key == null || !header.path("alg").asString("").equals("ES256")) {
            return false;
        }
        try {
            var signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initVerify(key);
            signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
            return signature.verify(decoded(parts[2]));
        } catch (SignatureException unfit) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK checks ECDSA signatures", e);
        }
    }

    /** What has been signed. */
    static JsonNode statement(String jws) {
        var parts = jws.split("\\.", -1);
        if (parts.length != 3) {
            throw new Unreadable("an anchor is no JWS");
        }
        return Digests.JSON.readTree(decoded(parts[1]));
    }

    private static PublicKey key(String x, String y) {
        try {
            var p256 = AlgorithmParameters.getInstance("EC");
            p256.init(new ECGenParameterSpec("secp256r1"));
            var point = new ECPoint(new BigInteger(1, decoded(x)), new BigInteger(1, decoded(y)));
            return KeyFactory.getInstance("EC")
                    .generatePublic(new ECPublicKeySpec(point, p256.getParameterSpec(ECParameterSpec.class)));
        } catch (GeneralSecurityException e) {
            throw new Unreadable("a key is no point on P-256");
        }
    }

    private static byte[] decoded(String text) {
        try {
            return Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new Unreadable("not base64url: " + e.getMessage());
        }
    }
}
