package io.motcua.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDHEncrypter;
import com.nimbusds.jose.util.Base64URL;
import io.motcua.platform.testing.Api;
import io.motcua.platform.testing.ServiceTest;
import io.motcua.platform.testing.TestIssuer;
import io.motcua.platform.testing.Tokens;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.json.JsonMapper;

/** Each token differs from a good one in one thing, and all are refused alike. */
@ServiceTest
@TestPropertySource(properties = "spring.application.name=door")
class BadTokenTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TestIssuer ISSUER = Tokens.identityProvider();
    private static final TestIssuer ATTACKER = new TestIssuer(Tokens.ISSUER);
    private static final String CALLER = "/agencies/H37/caller";

    @Autowired
    Api api;

    static Stream<Arguments> bad() throws JOSEException, GeneralSecurityException {
        var good = good();
        var parts = good.split("\\.");
        var key = ISSUER.key().toPublicJWK();
        var der = key.toECPublicKey().getEncoded();
        var pem = "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der) + "\n-----END PUBLIC KEY-----\n";
        return Stream.of(
                Arguments.of("not signed", unsigned("none")),
                Arguments.of("not signed, in other letters", unsigned("nOnE")),
                Arguments.of("not signed, with an old signature", unsigned("none") + parts[2]),
                Arguments.of("without its signature", parts[0] + "." + parts[1] + "."),
                Arguments.of("with two parts", parts[0] + "." + parts[1]),
                Arguments.of(
                        "with the signature of other claims", parts[0] + "." + payload("sub", "p2") + "." + parts[2]),
                Arguments.of(
                        "with a signature of zeros", parts[0] + "." + parts[1] + "." + Base64URL.encode(new byte[64])),
                Arguments.of("HS256 with the public key", hmac(der)),
                Arguments.of("HS256 with the public key as PEM", hmac(pem.getBytes(StandardCharsets.US_ASCII))),
                Arguments.of(
                        "HS256 with the public key as JWK",
                        hmac(key.toJSONString().getBytes(StandardCharsets.UTF_8))),
                Arguments.of("RS256 said, ES256 done", header("alg", "RS256")),
                Arguments.of("an algorithm that nobody knows", header("alg", "ES999")),
                Arguments.of("no algorithm", header("alg", null)),
                Arguments.of("encrypted to the issuer's key", encrypted()),
                Arguments.of(
                        "a forger's key under the issuer's key id",
                        forged(ISSUER.key().getKeyID())),
                Arguments.of("a forger's key without a key id", forged(null)),
                Arguments.of("a key id that is a path", forged("../../../../../../dev/null")),
                Arguments.of("a key id that is a file", forged("file:///etc/hostname")),
                Arguments.of("a key id that is an address", forged(ATTACKER.jwkSetUri())),
                Arguments.of("a key id that is a query", forged("x' UNION SELECT 'key' --")),
                Arguments.of("an empty key id", forged("")),
                Arguments.of(
                        "a forger's key in the header",
                        forged("jwk", ATTACKER.key().toPublicJWK().toJSONObject())),
                Arguments.of("a forger's key set in the header", forged("jku", ATTACKER.jwkSetUri())),
                Arguments.of("a forger's certificate in the header", forged("x5u", ATTACKER.jwkSetUri())),
                Arguments.of(
                        "something critical that nobody knows",
                        header(Map.of("crit", List.of("exotic"), "exotic", true))),
                Arguments.of("not even encoded", header(Map.of("crit", List.of("b64"), "b64", false))),
                Arguments.of("a logout token", header("typ", "logout+jwt")),
                Arguments.of("a proof of possession", header("typ", "dpop+jwt")),
                Arguments.of("an identity token, for an app", claim("aud", "motcua-portal")),
                Arguments.of("for nobody", claim("aud", null)),
                Arguments.of("for a similar name", claim("aud", List.of("motcua2", "MOTCUA", "motcua "))),
                Arguments.of("of nobody", claim("iss", null)),
                Arguments.of("of a similar issuer", claim("iss", Tokens.ISSUER + "/")),
                Arguments.of("of another issuer", claim("iss", "https://elsewhere.test")),
                Arguments.of("of an issuer that is a list", claim("iss", List.of(Tokens.ISSUER))),
                Arguments.of(
                        "expired", claim("exp", Instant.now().minusSeconds(31).getEpochSecond())),
                Arguments.of("without an end", claim("exp", null)),
                Arguments.of("with an end that is no time", claim("exp", "never")),
                Arguments.of(
                        "not yet valid",
                        claim("nbf", Instant.now().plusSeconds(60).getEpochSecond())),
                Arguments.of("about nobody", claim("sub", null)),
                Arguments.of("about nobody, in words", claim("sub", " ")),
                Arguments.of("whose claims are a list", ISSUER.sign(JSON.writeValueAsString(header()), "[]")),
                Arguments.of("whose claims are no JSON", ISSUER.sign(JSON.writeValueAsString(header()), "{\"iss\"")),
                Arguments.of("nothing at all", ".."),
                Arguments.of("a word", "operator"));
    }

    @Test
    void the_good_one_is_good() {
        var answer = api.as(good()).get(CALLER);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bad")
    void a_bad_one_is_refused_and_not_told_why(String which, String token) {
        var answer = api.as(token).get(CALLER);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(401);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.problem()).isEqualTo("unauthenticated");
        assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer").doesNotContain("description");
        assertThat(api.as(token).get("/agencies/H37/public").status())
                .as("not even where nobody needs one")
                .isEqualTo(401);
    }

    @Test
    void nobody_asks_where_a_forger_points() {
        assertThat(ATTACKER.asked()).isZero();
    }

    @Test
    void a_token_stands_in_its_header_and_nowhere_else() {
        assertThat(api.get(CALLER + "?access_token=" + good()).status()).isEqualTo(401);
        assertThat(api.header("Authorization", "Basic " + good()).get(CALLER).status())
                .isEqualTo(401);
    }

    private static String good() {
        return ISSUER.sign(JSON.writeValueAsString(header()), JSON.writeValueAsString(claims()));
    }

    private static Map<String, Object> header() {
        return new LinkedHashMap<>(
                Map.of("alg", "ES256", "typ", "JWT", "kid", ISSUER.key().getKeyID()));
    }

    private static Map<String, Object> claims() {
        return new LinkedHashMap<>(Map.of(
                "iss",
                Tokens.ISSUER,
                "aud",
                "motcua",
                "sub",
                "p1",
                "exp",
                Instant.now().plusSeconds(600).getEpochSecond(),
                "roles",
                List.of("operator")));
    }

    private static Map<String, Object> with(Map<String, Object> all, String name, @Nullable Object value) {
        if (value == null) {
            all.remove(name);
        } else {
            all.put(name, value);
        }
        return all;
    }

    private static String claim(String name, @Nullable Object value) {
        return ISSUER.sign(JSON.writeValueAsString(header()), JSON.writeValueAsString(with(claims(), name, value)));
    }

    private static String payload(String name, Object value) {
        return Base64URL.encode(JSON.writeValueAsString(with(claims(), name, value)))
                .toString();
    }

    private static String header(String name, @Nullable Object value) {
        return ISSUER.sign(JSON.writeValueAsString(with(header(), name, value)), JSON.writeValueAsString(claims()));
    }

    private static String header(Map<String, Object> more) {
        var header = header();
        header.putAll(more);
        return ISSUER.sign(JSON.writeValueAsString(header), JSON.writeValueAsString(claims()));
    }

    private static String forged(@Nullable String keyId) {
        return forged("kid", keyId);
    }

    private static String forged(String name, @Nullable Object value) {
        return ATTACKER.sign(JSON.writeValueAsString(with(header(), name, value)), JSON.writeValueAsString(claims()));
    }

    private static String unsigned(String algorithm) {
        return Base64URL.encode(JSON.writeValueAsString(with(header(), "alg", algorithm))) + "."
                + Base64URL.encode(JSON.writeValueAsString(claims())) + ".";
    }

    private static String hmac(byte[] secret) throws GeneralSecurityException {
        var content = Base64URL.encode(JSON.writeValueAsString(with(header(), "alg", "HS256"))) + "."
                + Base64URL.encode(JSON.writeValueAsString(claims()));
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret, "HmacSHA256"));
        return content + "." + Base64URL.encode(mac.doFinal(content.getBytes(StandardCharsets.US_ASCII)));
    }

    private static String encrypted() throws JOSEException {
        var token = new JWEObject(
                new JWEHeader.Builder(JWEAlgorithm.ECDH_ES, EncryptionMethod.A128GCM).build(), new Payload(good()));
        token.encrypt(new ECDHEncrypter(ISSUER.key().toECPublicKey()));
        return token.serialize();
    }
}
