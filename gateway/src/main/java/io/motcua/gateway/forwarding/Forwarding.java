package io.motcua.gateway.forwarding;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.motcua.platform.problems.Problem;
import io.motcua.platform.security.Caller;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Says to one service of one agency who calls. */
@Component
public class Forwarding {

    static final String ISSUER = "urn:motcua:gateway";

    /** Long enough for clocks that differ a little and for a request that waits for a connection. */
    static final Duration LIFE = Duration.ofMinutes(1);

    private static final JOSEObjectType ACCESS_TOKEN = new JOSEObjectType("at+jwt"); // RFC 9068

    private final SigningKeys keys;
    private final Clock clock;

    Forwarding(SigningKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * A token for the agency's own instances of the service. Of the caller's roles it names those for that agency and those
     * that hold everywhere.
     *
     * @throws Problem 503 until this instance has a key that others can look up
     */
    public String token(Caller caller, String service, String agency) {
        var now = clock.instant();
        var claims = new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience("motcua:" + service + ":" + agency)
                .subject(caller.person())
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LIFE)))
                .claim("roles", roles(caller, agency))
                .claim("loa", caller.identityLevel())
                .claim("locale", caller.language())
                .claim("name", caller.name())
                .claim("email", caller.email())
                .claim("phone", caller.phone())
                .build();
        var key = keys.current();
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
