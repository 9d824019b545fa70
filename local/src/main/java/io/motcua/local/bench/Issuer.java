package io.motcua.local.bench;

import com.sun.net.httpserver.HttpServer;
import io.motcua.local.failure.Failure;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** An issuer of tokens with an RSA and an elliptic key, whose key set can be fetched as that of any other. */
final class Issuer implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int RSA_BITS = 2048;
    private static final int COORDINATE_BYTES = 32;
    private static final long LIFE_SECONDS = 3_600;

    private final HttpServer server;
    private final KeyPair rsa = pair("RSA", RSA_BITS);
    private final KeyPair elliptic = pair("EC", COORDINATE_BYTES * Byte.SIZE);

    private Issuer(HttpServer server) {
        this.server = server;
    }

    static Issuer start() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var issuer = new Issuer(server);
            byte[] keys = JSON.writeValueAsBytes(Map.of("keys", List.of(issuer.rsaKey(), issuer.ellipticKey())));
            server.createContext("/oauth2/jwks", exchange -> {
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, keys.length);
                try (var body = exchange.getResponseBody()) {
                    body.write(keys);
                }
            });
            server.start();
            return issuer;
        } catch (IOException e) {
            throw new Failure("the issuer of the bench does not start: " + e.getMessage(), e);
        }
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Tokens of so many citizens, half of them RS256, half ES256. */
    List<String> tokens(int citizens) {
        var tokens = new ArrayList<String>();
        for (int citizen = 0; citizen < citizens; citizen++) {
            var claims = claims("0200930" + (10_000 + citizen));
            tokens.add(
                    citizen % 2 == 0
                            ? signed("RS256", "SHA256withRSA", rsa.getPrivate(), claims)
                            : signed("ES256", "SHA256withECDSAinP1363Format", elliptic.getPrivate(), claims));
        }
        return tokens;
    }

    private Map<String, Object> claims(String personalId) {
        long now = Instant.now().getEpochSecond();
        return Map.of(
                "iss",
                address(),
                "sub",
                UUID.randomUUID().toString(),
                "aud",
                List.of("motcua"),
                "iat",
                now,
                "exp",
                now + LIFE_SECONDS,
                "jti",
                UUID.randomUUID().toString(),
                "personalId",
                personalId,
                "loa",
                2,
                "name",
                "Nông Thị Lan",
                "roles",
                List.of());
    }

    private static String signed(String algorithm, String signature, PrivateKey key, Map<String, Object> claims) {
        var header = Map.of("alg", algorithm, "typ", "at+jwt", "kid", algorithm);
        var text = encode(JSON.writeValueAsBytes(header)) + '.' + encode(JSON.writeValueAsBytes(claims));
        try {
            var signer = Signature.getInstance(signature);
            signer.initSign(key);
            signer.update(text.getBytes(StandardCharsets.US_ASCII));
            return text + '.' + encode(signer.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK signs " + algorithm, e);
        }
    }

    private Map<String, Object> rsaKey() {
        var key = (RSAPublicKey) rsa.getPublic();
        return Map.of(
                "kty", "RSA",
                "kid", "RS256",
                "use", "sig",
                "alg", "RS256",
                "n", encode(unsigned(key.getModulus(), RSA_BITS / Byte.SIZE)),
                "e", encode(key.getPublicExponent().toByteArray()));
    }

    private Map<String, Object> ellipticKey() {
        var point = ((ECPublicKey) elliptic.getPublic()).getW();
        return Map.of(
                "kty", "EC",
                "crv", "P-256",
                "kid", "ES256",
                "use", "sig",
                "alg", "ES256",
                "x", encode(unsigned(point.getAffineX(), COORDINATE_BYTES)),
                "y", encode(unsigned(point.getAffineY(), COORDINATE_BYTES)));
    }

    /** Of full size, without the sign byte that {@link BigInteger} may put in front. */
    private static byte[] unsigned(BigInteger number, int size) {
        byte[] bytes = number.toByteArray();
        byte[] full = new byte[size];
        int length = Math.min(bytes.length, size);
        System.arraycopy(bytes, bytes.length - length, full, size - length, length);
        return full;
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static KeyPair pair(String algorithm, int bits) {
        try {
            var generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK makes keys for " + algorithm, e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
