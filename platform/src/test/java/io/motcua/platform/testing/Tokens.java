package io.motcua.platform.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.function.Consumer;

/** Access tokens of the tests' issuer, and bad ones. */
public final class Tokens {

    public static final String ISSUER = "https://issuer.test";

    private static final ECKey KEY = newKey("good");
    private static final String JWK_SET_URI = serve();

    private Tokens() {}

    static String jwkSetUri() {
        return JWK_SET_URI;
    }

    /** A citizen with a proven identity, who reads Vietnamese. */
    public static String citizen(String personalId) {
        return token(it -> it.claim("personalId", personalId).claim("roles", List.of()));
    }

    /** Somebody with roles at one agency; the personal id derives from agency and first role. */
    public static String staff(String agency, String... roles) {
        return staffMember("staff-" + agency + "-" + roles[0], agency, roles);
    }

    public static String staffMember(String personalId, String agency, String... roles) {
        return token(it -> it.claim("personalId", personalId)
                .claim(
                        "roles",
                        Arrays.stream(roles).map(role -> agency + ":" + role).toList()));
    }

    public static String operator() {
        return token(it -> it.claim("personalId", "operator").claim("roles", List.of("operator")));
    }

    /** Well-formed, but signed with a key that the issuer does not have. */
    public static String forged() {
        return sign(newKey("good"), claims().claim("roles", List.of("operator")).build());
    }

    public static String expired() {
        return token(it -> it.expirationTime(Date.from(Instant.now().minus(Duration.ofHours(1))))
                .claim("personalId", "late"));
    }

    /** From an issuer that nobody trusts. */
    public static String foreign() {
        return token(it -> it.issuer("https://elsewhere.test").claim("roles", List.of("operator")));
    }

    /** Meant for another audience. */
    public static String misdirected() {
        return token(it -> it.audience("another-platform").claim("personalId", "misdirected"));
    }

    public static String token(Consumer<JWTClaimsSet.Builder> change) {
        var claims = claims();
        change.accept(claims);
        return sign(KEY, claims.build());
    }

    private static JWTClaimsSet.Builder claims() {
        var now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .subject("subject")
                .audience("motcua")
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(Duration.ofHours(1))))
                .claim("loa", 2)
                .claim("locale", "vi");
    }

    private static String sign(ECKey key, JWTClaimsSet claims) {
        try {
            var token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.ES256)
                            .keyID(key.getKeyID())
                            .build(),
                    claims);
            token.sign(new ECDSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ECKey newKey(String id) {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String serve() {
        try {
            var body = new JWKSet(KEY.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/jwks", exchange -> {
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, body.length);
                try (var out = exchange.getResponseBody()) {
                    out.write(body);
                }
            });
            server.start();
            return "http://127.0.0.1:" + server.getAddress().getPort() + "/jwks";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
