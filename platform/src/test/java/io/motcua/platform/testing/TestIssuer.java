package io.motcua.platform.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;

/** An issuer of the tests: a signing key, and its public half on a port of this machine. It can change its key and go away. */
public final class TestIssuer {

    private final String name;
    private final HttpServer server = serve();
    private final AtomicInteger asked = new AtomicInteger();
    private volatile ECKey key = newKey();
    private volatile List<? extends JWK> published = List.of(key.toPublicJWK());
    private final ReentrantLock voice = new ReentrantLock();
    private volatile boolean away;

    public TestIssuer(String name) {
        this.name = name;
        server.createContext("/jwks", this::answer);
        server.start();
    }

    public String name() {
        return name;
    }

    public String jwkSetUri() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/jwks";
    }

    /** How often its key set was asked for. */
    public int asked() {
        return asked.get();
    }

    public ECKey key() {
        return key;
    }

    public String sign(JWTClaimsSet claims) {
        return sign(key, JOSEObjectType.JWT, claims);
    }

    public String signAccessToken(JWTClaimsSet claims) {
        return sign(key, new JOSEObjectType("at+jwt"), claims);
    }

    /** Signs with ES256 whatever stands there, JSON or not. */
    public String sign(String header, String claims) {
        try {
            var content = Base64URL.encode(header) + "." + Base64URL.encode(claims);
            var signed = new ECDSASigner(key)
                    .sign(new JWSHeader(JWSAlgorithm.ES256), content.getBytes(StandardCharsets.US_ASCII));
            return content + "." + signed;
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Signs with a new key from now on; the old one is no longer published. */
    public void rotate() {
        key = newKey();
        published = List.of(key.toPublicJWK());
    }

    /** Answers 503 from now on, as a provider behind a proxy does. */
    public void goAway() {
        away = true;
    }

    public void comeBack() {
        away = false;
    }

    /** Lets whoever asks wait until it {@linkplain #speakAgain() speaks again}, said by the same thread. */
    public void keepSilent() {
        voice.lock();
    }

    public void speakAgain() {
        voice.unlock();
    }

    static String sign(ECKey key, JOSEObjectType type, JWTClaimsSet claims) {
        try {
            var header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                    .type(type)
                    .keyID(key.getKeyID())
                    .build();
            var token = new SignedJWT(header, claims);
            token.sign(new ECDSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    static ECKey newKey() {
        try {
            return new ECKeyGenerator(Curve.P_256)
                    .keyID(UUID.randomUUID().toString())
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.incrementAndGet();
        voice.lock();
        voice.unlock();
        var body = new JWKSet(List.copyOf(published)).toString().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(away ? 503 : 200, away ? -1 : body.length);
        try (var out = exchange.getResponseBody()) {
            if (!away) {
                out.write(body);
            }
        }
    }

    private static HttpServer serve() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
