package io.motcua.platform.testing;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** Access tokens of the tests' issuer and of the gateway, and bad ones. */
public final class Tokens {

    public static final String ISSUER = "https://issuer.test";

    private static final TestIssuer IDENTITY_PROVIDER = new TestIssuer(ISSUER);
    private static final TestIssuer GATEWAY = new TestIssuer("urn:motcua:gateway");

    private Tokens() {}

    /** For those who forge its tokens. */
    public static TestIssuer identityProvider() {
        return IDENTITY_PROVIDER;
    }

    static String jwkSetUri() {
        return IDENTITY_PROVIDER.jwkSetUri();
    }

    static String gatewayKeys() {
        return GATEWAY.jwkSetUri();
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

    /** As the gateway puts it in the place of the caller's token before an agency's own instances. */
    public static String forwarded(String service, String agency, String person, String... roles) {
        return forwarded(service, agency, person, _ -> {}, roles);
    }

    public static String forwarded(
            String service, String agency, String person, Consumer<JWTClaimsSet.Builder> change, String... roles) {
        var now = Instant.now();
        var claims = new JWTClaimsSet.Builder()
                .issuer(GATEWAY.name())
                .subject(person)
                .audience("motcua:" + service + ":" + agency)
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(60)))
                .claim("roles", List.of(roles))
                .claim("loa", 2)
                .claim("locale", "vi");
        change.accept(claims);
        return GATEWAY.signAccessToken(claims.build());
    }

    /** Well-formed, but signed with a key that the issuer does not have. */
    public static String forged() {
        var key = new ECKey.Builder(TestIssuer.newKey())
                .keyID(IDENTITY_PROVIDER.key().getKeyID())
                .build();
        return TestIssuer.sign(
                key,
                JOSEObjectType.JWT,
                claims().claim("roles", List.of("operator")).build());
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
        return IDENTITY_PROVIDER.sign(claims.build());
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
}
