package io.motcua.local.secrets;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An elliptic-curve key on P-256, as RFC 7517 and RFC 7518 write it. */
record Jwk(String kid, String use, String x, String y, String d) {

    /** RFC 7518 §6.2: coordinates are full size, so leading zeros stay. */
    private static final int COORDINATE_BYTES = 32;

    /** @param use {@code enc} or {@code sig} */
    static Jwk generate(String kid, String use) {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            var pair = generator.generateKeyPair();
            var point = ((ECPublicKey) pair.getPublic()).getW();
            var secret = ((ECPrivateKey) pair.getPrivate()).getS();
            return new Jwk(kid, use, encode(point.getAffineX()), encode(point.getAffineY()), encode(secret));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has EC keys on P-256", e);
        }
    }

    Map<String, Object> withPrivatePart() {
        var jwk = new LinkedHashMap<>(publicPart());
        jwk.put("d", d);
        return jwk;
    }

    Map<String, Object> publicPart() {
        var jwk = new LinkedHashMap<String, Object>();
        jwk.put("kty", "EC");
        jwk.put("crv", "P-256");
        jwk.put("use", use);
        jwk.put("kid", kid);
        jwk.put("x", x);
        jwk.put("y", y);
        return jwk;
    }

    static Map<String, Object> set(Map<String, Object> key) {
        return Map.of("keys", List.of(key));
    }

    private static String encode(BigInteger number) {
        byte[] bytes = number.toByteArray();
        byte[] full = new byte[COORDINATE_BYTES];
        int length = Math.min(bytes.length, COORDINATE_BYTES); // toByteArray may add a sign byte in front
        System.arraycopy(bytes, bytes.length - length, full, COORDINATE_BYTES - length, length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(full);
    }
}
