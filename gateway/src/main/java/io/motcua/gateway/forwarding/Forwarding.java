package io.motcua.gateway.forwarding;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.motcua.platform.problems.Problem;
import io.motcua.platform.security.Caller;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Says to one service of one agency who calls. */
@Component
public class Forwarding {

    static final String ISSUER = "urn:motcua:gateway";

    /** Long enough for clocks that differ a little and for a request that waits for a connection. */
    static final Duration LIFE = Duration.ofMinutes(1);

    /** A caller's requests of so long carry one token: signing takes longer than all else that is done for a request. */
    static final Duration REUSED = Duration.ofSeconds(15);

    private static final int MOST = 10_000;
    private static final JOSEObjectType ACCESS_TOKEN = new JOSEObjectType("at+jwt"); // RFC 9068

    private final SigningKeys keys;
    private final Clock clock;
    private final Cache<About, String> signed;

    /** All that a token says, and with which key. What differs in anything gets a token of its own. */
    private record About(Caller caller, String service, String agency, String key) {}

    Forwarding(SigningKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
        this.signed = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterWrite(REUSED)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .executor(Runnable::run)
                .build();
    }

    /**
     * A token for the agency's own instances of the service. Of the caller's roles it names those for that agency and those
     * that hold everywhere.
     *
     * @throws Problem 503 until this instance has a key that others can look up
     */
    public String token(Caller caller, String service, String agency) {
        var key = keys.current();
        return signed.get(new About(caller, service, agency, key.getKeyID()), it -> sign(it, key));
    }

    private String sign(About about, ECKey key) {
        var caller = about.caller();
        var now = clock.instant();
        var claims = new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience("motcua:" + about.service() + ":" + about.agency())
                .subject(caller.person())
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LIFE)))
                .claim("roles", roles(caller, about.agency()))
                .claim("loa", caller.identityLevel())
                .claim("locale", caller.language())
                .claim("name", caller.name())
                .claim("email", caller.email())
                .claim("phone", caller.phone())
                .build();
        var header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(ACCESS_TOKEN)
                .keyID(key.getKeyID())
                .build();
        var token = new SignedJWT(header, claims);
        try {
            token.sign(new ECDSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException("This instance's own key does not sign", e);
        }
        return token.serialize();
    }

    private static List<String> roles(Caller caller, String agency) {
        var everywhere = caller.roles(Caller.EVERYWHERE).stream();
        return Stream.concat(caller.roles(agency).stream().map(it -> agency + ":" + it), everywhere)
                .sorted()
                .toList();
    }
}
