package io.motcua.gateway;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.UnaryOperator;

/** An identity provider with a key, whose public half it may serve. */
final class FakeIssuer {

    private final FakeService http = new FakeService("issuer");
    private final RSAKey key = newKey("k1");

    FakeIssuer() {
        http.behave(_ -> new FakeService.Says(200, new JWKSet(key.toPublicJWK()).toString()));
    }

    String name() {
        return http.uri().toString();
    }

    void stop() {
        http.stop();
    }

    String token() {
        return token(it -> it);
    }

    String token(UnaryOperator<JWTClaimsSet.Builder> change) {
        return sign(key, claims(change));
    }

    /** Says the right name and key, but was signed by somebody else. */
    String forged() {
        return sign(newKey("k1"), claims(it -> it));
    }

    /** Its header says where the key is: at this issuer. */
    String namingItself() {
        return sign(key, claims(it -> it), name());
    }

    /** Says whose key it was signed with, and that one gets the key elsewhere. */
    String forgedNaming(String address) {
        return sign(newKey("k1"), claims(it -> it), address);
    }

    int asked() {
        return http.asked.size();
    }

    String withUnknownKey() {
        return sign(newKey("k2"), claims(it -> it));
    }

    private JWTClaimsSet claims(UnaryOperator<JWTClaimsSet.Builder> change) {
        return change.apply(new JWTClaimsSet.Builder()
                        .issuer(name())
                        .subject("citizen")
                        .audience(List.of("motcua"))
                        .issueTime(Date.from(Instant.now()))
                        .expirationTime(Date.from(Instant.now().plusSeconds(300))))
                .build();
    }

    private static RSAKey newKey(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String sign(RSAKey key, JWTClaimsSet claims) {
        return sign(key, claims, null);
    }

    private static String sign(RSAKey key, JWTClaimsSet claims, String address) {
        try {
            var header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID());
            if (address != null) {
                header.jwkURL(URI.create(address))
                        .x509CertURL(URI.create(address))
                        .jwk(key.toPublicJWK());
            }
            var token = new SignedJWT(header.build(), claims);
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
